package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Everything ever recorded about one account, in every version. The only door to the facts is {@link #knownAt}: nobody
 * can see a fact before the creditor knew it. The order in which facts are handed in never matters.
 */
public final class AccountHistory {
    /** Facts of one day take effect in the order of {@link FactTable}; the rest makes the order total. */
    private static final Comparator<Fact> ORDER = Comparator.comparingInt(Fact::eventDay)
            .thenComparing(Fact::table)
            .thenComparing(Fact::key)
            .thenComparingLong(Fact::knownMicros)
            .thenComparing(Fact::toString);

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
        sorted.sort(ORDER);
        return new AccountHistory(id, sorted);
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
