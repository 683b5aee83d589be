package io.arrears.model.decision.record;

import io.arrears.model.policy.Digest;
import java.util.Optional;

/**
 * A line of the record: {@code {"chain":"<64 hex digits>","record":<json>}}.
 *
 * @param chain SHA-256 of the previous line's chain followed by the record
 */
record ChainedLine(String chain, String record) {
    /** What the first record is chained to. */
    static final String GENESIS = "0".repeat(64);

    private static final String BEFORE_CHAIN = "{\"chain\":\"";
    private static final String BEFORE_RECORD = "\",\"record\":";
    private static final int RECORD_AT = BEFORE_CHAIN.length() + GENESIS.length() + BEFORE_RECORD.length();

    static ChainedLine after(String previousChain, String record) {
        return new ChainedLine(Digest.of(previousChain + record), record);
    }

    /** Empty when the text is no such line. */
    static Optional<ChainedLine> parse(String text) {
        if (text.length() <= RECORD_AT
                || !text.startsWith(BEFORE_CHAIN)
                || !text.startsWith(BEFORE_RECORD, BEFORE_CHAIN.length() + GENESIS.length())
                || !text.endsWith("}")) {
            return Optional.empty();
        }
        String chain = text.substring(BEFORE_CHAIN.length(), BEFORE_CHAIN.length() + GENESIS.length());
        return Optional.of(new ChainedLine(chain, text.substring(RECORD_AT, text.length() - 1)));
    }

    boolean follows(String previousChain) {
        return chain.equals(after(previousChain, record).chain);
    }

    String text() {
        return BEFORE_CHAIN + chain + BEFORE_RECORD + record + "}";
    }
}
