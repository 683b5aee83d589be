package io.arrears.pipeline.sample;

import java.util.Locale;

/** What came of a contact. */
enum Outcome {
    NO_CONTACT(false),
    NO_ANSWER(false),
    DELIVERED(false),
    VOICEMAIL(false),
    WRONG_PARTY(false),
    ACKNOWLEDGED(true),
    PROMISE_TO_PAY(true),
    DISPUTE(true),
    REFUSAL(true);

    private static final double AGENT_EUROS_PER_MINUTE = 0.75;
    private static final double UNDELIVERABLE = 0.06;
    private static final double DISPUTES = 0.025;

    private final boolean rightParty;

    Outcome(boolean rightParty) {
        this.rightParty = rightParty;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean rightParty() {
        return rightParty;
    }

    /** The right person was not reached. */
    static Outcome missed(Channel channel, Draws draws) {
        if (channel == Channel.CALL) {
            double at = draws.uniform();
            return at < 0.62 ? NO_ANSWER : at < 0.90 ? VOICEMAIL : WRONG_PARTY;
        }
        return draws.chance(UNDELIVERABLE) ? NO_CONTACT : DELIVERED;
    }

    /** The right person was reached and did not promise. */
    static Outcome withoutPromise(Channel channel, AccountProfile account, boolean canDispute, Draws draws) {
        if (channel != Channel.CALL) {
            return ACKNOWLEDGED;
        }
        if (canDispute && draws.chance(DISPUTES)) {
            return DISPUTE;
        }
        double refuses = switch (account.debtor().persona()) {
            case STRATEGIC -> 0.45;
            case UNABLE -> 0.35;
            case PUNCTUAL, FORGETFUL, SQUEEZED -> 0.12;
        };
        return draws.chance(refuses) ? REFUSAL : ACKNOWLEDGED;
    }

    int talkSeconds(Draws draws) {
        return switch (this) {
            case NO_CONTACT, NO_ANSWER, DELIVERED -> 0;
            case VOICEMAIL -> draws.between(15, 40);
            case WRONG_PARTY -> draws.between(20, 90);
            case ACKNOWLEDGED, PROMISE_TO_PAY, DISPUTE, REFUSAL -> (int) Math.min(1800, 40 + draws.logNormal(150, 0.6));
        };
    }

    static double talkEuros(int seconds) {
        return AGENT_EUROS_PER_MINUTE * seconds / 60;
    }
}
