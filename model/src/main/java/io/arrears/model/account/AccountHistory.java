package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Everything ever recorded about one account, in every version. The only door to the facts is {@link #knownAt}: nobody
 * can see a fact before the creditor knew it. The order in which facts are handed in never matters.
 */
public final class AccountHistory {
    private final AccountId id;
    private final List<Fact> facts;
    /** Whether some fact stands in several versions: rare, and dear to sort out. */
    private final boolean versioned;

    private AccountHistory(AccountId id, List<Fact> facts) {
        this.id = id;
        this.facts = facts;
        this.versioned = LatestVersions.isVersioned(facts);
    }

    public static AccountHistory of(AccountId id, Collection<? extends Fact> facts) {
        List<Fact> sorted = new ArrayList<>(facts);
        if (!isSorted(sorted)) {
            sorted.sort(AccountHistory::compare);
        }
        return new AccountHistory(id, sorted);
    }

    /** The history lake gives facts in order: most histories need no sort. */
    private static boolean isSorted(List<Fact> facts) {
        for (int i = 1; i < facts.size(); i++) {
            if (compare(facts.get(i - 1), facts.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Facts of one day take effect in the order of {@link FactTable}; the rest makes the order total. */
    private static int compare(Fact one, Fact other) {
        int order = Integer.compare(one.eventDay(), other.eventDay());
        if (order == 0) {
            order = one.table().compareTo(other.table());
        }
        if (order == 0) {
            order = one.key().compareTo(other.key());
        }
        if (order == 0) {
            order = Long.compare(one.knownMicros(), other.knownMicros());
        }
        return order == 0 && !one.equals(other) ? one.toString().compareTo(other.toString()) : order;
    }

    public AccountId id() {
        return id;
    }

    /** This history with more facts, e.g. those that arrived since the last publish. */
    public AccountHistory plus(Collection<? extends Fact> more) {
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(more);
        return of(id, all);
    }

    /**
     * What was known at {@code asOfMicros}: of each fact the latest version whose known time is not later, unless it
     * happens on a later day.
     */
    public KnownHistory knownAt(long asOfMicros) {
        return KnownHistory.select(id, versioned ? LatestVersions.of(facts, asOfMicros) : facts, asOfMicros);
    }

    /** What was known when the UTC day began: the knowledge behind every figure "as of" a date. */
    public KnownHistory knownAtStartOf(int day) {
        return knownAt(Days.startMicros(day));
    }
}
