package io.arrears.model.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** The order in which facts take effect: by day, facts of one day by {@link FactTable}; the rest makes it total. */
final class FactOrder {
    private static final Comparator<Fact> WITHIN_DAY_AND_TABLE =
            Comparator.comparing(Fact::key).thenComparingLong(Fact::knownMicros).thenComparing(Fact::toString);
    private static final int DAY_SHIFT = 32;
    private static final int INDEX_BITS = 28;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

    private FactOrder() {}

    /** The facts in order, in a new array: day, table and place are sorted as one number, ties by the rest. */
    static Fact[] sorted(Collection<? extends Fact> facts) {
        Fact[] given = facts.toArray(new Fact[0]);
        long[] order = new long[given.length];
        for (int i = 0; i < given.length; i++) {
            order[i] = ((long) given[i].eventDay() << DAY_SHIFT)
                    | ((long) given[i].table().ordinal() << INDEX_BITS)
                    | i;
        }
        Arrays.sort(order);
        Fact[] sorted = new Fact[given.length];
        int tied = 0;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = given[(int) (order[i] & INDEX_MASK)];
            if (i + 1 == order.length || order[i] >>> INDEX_BITS != order[i + 1] >>> INDEX_BITS) {
                if (i > tied) {
                    Arrays.sort(sorted, tied, i + 1, WITHIN_DAY_AND_TABLE);
                }
                tied = i + 1;
            }
        }
        return sorted;
    }
}
