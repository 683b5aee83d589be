package io.arrears.model.account;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An account as it was known on one day after the other. */
final class KnowledgeWalk implements Iterator<KnownHistory> {
    private final AccountHistory history;
    private final int[] days;
    private int next;
    private @Nullable KnownHistory last;

    KnowledgeWalk(AccountHistory history, int[] days) {
        for (int i = 1; i < days.length; i++) {
            if (days[i - 1] >= days[i]) {
                throw new IllegalArgumentException("day %s comes after %s: hand the days in in order"
                        .formatted(Days.date(days[i]), Days.date(days[i - 1])));
            }
        }
        this.history = history;
        this.days = days.clone();
    }

    @Override
    public boolean hasNext() {
        return next < days.length;
    }

    @Override
    public KnownHistory next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        KnownHistory known = history.knownAtStartOf(days[next++]);
        if (last != null) {
            known.takeLedgerOf(last);
        }
        last = known;
        return known;
    }
}
