package io.arrears.model.account;

import java.util.List;

/** A random history and a day to look at it. */
public record HistoryAsOf(List<Fact> facts, int asOfDay) {
    public static final AccountId ID = new AccountId("random");

    public AccountHistory history() {
        return AccountHistory.of(ID, facts);
    }

    public KnownHistory known() {
        return history().knownAtStartOf(asOfDay);
    }
}
