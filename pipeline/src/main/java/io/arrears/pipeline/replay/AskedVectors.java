package io.arrears.pipeline.replay;

import io.arrears.model.account.Fact;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.JournalLine;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Recorded vectors by account, with what the service had heard of those accounts: what travels to the executors. */
final class AskedVectors implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * One recorded vector.
     *
     * @param record its place among the vectors of this batch
     * @param attributes of the model it was made for
     * @param values NaN where missing
     */
    record Asked(int record, long asOfMicros, AttributeCatalogue attributes, float[] values) implements Serializable {}

    private final HashMap<String, ArrayList<Asked>> byAccount = new HashMap<>();
    private final HashMap<String, ArrayList<String>> journal = new HashMap<>();

    void add(String accountId, Asked asked) {
        byAccount.computeIfAbsent(accountId, id -> new ArrayList<>()).add(asked);
    }

    /** Keeps a line of the journal if it is about an account of this batch. */
    void hear(JournalLine line) {
        String account = line.accountId().value();
        if (byAccount.containsKey(account)) {
            journal.computeIfAbsent(account, id -> new ArrayList<>()).add(line.encode());
        }
    }

    List<Asked> of(String accountId) {
        return byAccount.getOrDefault(accountId, new ArrayList<>());
    }

    /** The account's facts in the journal, in order of arrival. */
    List<Fact> heardOf(String accountId) {
        List<Fact> facts = new ArrayList<>();
        for (String line : journal.getOrDefault(accountId, new ArrayList<>())) {
            facts.add(JournalLine.decode(line).orElseThrow().fact());
        }
        return facts;
    }
}
