package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Everything ever recorded about one account, in every version. The only door to the facts is {@link #knownAt}, which
 * {@link #walk} opens day after day: nobody can see a fact before the creditor knew it. The order in which facts are
 * handed in never matters. Immutable.
 */
public final class AccountHistory {
    private final AccountId id;
    /** In order; the three arrays below say of each fact when it counts. */
    private final Fact[] facts;

    private final int[] eventDays;
    private final long[] knownMicros;
    /** Empty when no fact stands in several versions. */
    private final long[] supersededMicros;

    private AccountHistory(AccountId id, Fact[] facts) {
        this.id = id;
        this.facts = facts;
        this.eventDays = new int[facts.length];
        this.knownMicros = new long[facts.length];
        for (int i = 0; i < facts.length; i++) {
            eventDays[i] = facts[i].eventDay();
            knownMicros[i] = facts[i].knownMicros();
        }
        this.supersededMicros = Versions.supersededMicros(facts);
    }

    public static AccountHistory of(AccountId id, Collection<? extends Fact> facts) {
        return new AccountHistory(id, FactOrder.sorted(facts));
    }

    public AccountId id() {
        return id;
    }

    /** This history with more facts, e.g. those that arrived since the last publish. */
    public AccountHistory plus(Collection<? extends Fact> more) {
        List<Fact> all = new ArrayList<>(Arrays.asList(facts));
        all.addAll(more);
        return of(id, all);
    }

    /**
     * What was known at {@code asOfMicros}: of each fact the latest version whose known time is not later, unless it
     * happens on a later day.
     */
    public KnownHistory knownAt(long asOfMicros) {
        KnownHistory known = new KnownHistory(id, asOfMicros);
        int asOfDay = known.asOfDay();
        boolean versioned = supersededMicros.length > 0;
        for (int i = 0; i < facts.length && eventDays[i] <= asOfDay; i++) {
            if (knownMicros[i] <= asOfMicros && !(versioned && isSupersededAt(i, asOfMicros))) {
                known.add(facts[i]);
            }
        }
        return known;
    }

    private boolean isSupersededAt(int index, long asOfMicros) {
        return supersededMicros[index] != Versions.NEVER && supersededMicros[index] <= asOfMicros;
    }

    /** What was known when the UTC day began: the knowledge behind every figure "as of" a date. */
    public KnownHistory knownAtStartOf(int day) {
        return knownAt(Days.startMicros(day));
    }

    /**
     * {@link #knownAtStartOf} for one day after the other, cheaper than asking anew: while the past stays as it was known,
     * the replay of the ledger goes on from day to day. Each step equals {@code knownAtStartOf} of its day and stays so;
     * only a {@link Ledger} taken from a step is void after the next one.
     *
     * @param days ascending
     */
    public Iterator<KnownHistory> walk(int... days) {
        return new KnowledgeWalk(this, days);
    }
}
