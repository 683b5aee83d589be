package io.arrears.model.decision;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What arms take and what may be taken, without the accounts.
 *
 * <p>An arm may take other amounts for accounts of another group, so that a capacity can count a segment alone. A
 * <em>row</em> is an arm of a group: {@code group × arms + arm}. Immutable.
 */
public final class AllocationTerms implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int arms;
    private final double[][] rows;
    private final int[][] counted;
    private final boolean[] barred;
    private final Limits limits;

    /**
     * @param uses per group, arm and capacity how much it takes; arm 0 takes nothing
     */
    public AllocationTerms(double[][][] uses, Limits limits) {
        this(uses[0].length, Arrays.stream(uses).flatMap(Arrays::stream).toArray(double[][]::new), limits);
    }

    private AllocationTerms(int arms, double[][] rows, Limits limits) {
        this.arms = arms;
        this.rows = rows;
        this.limits = limits;
        this.counted = new int[rows.length][];
        this.barred = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            check(row);
            count(row);
        }
    }

    private AllocationTerms(AllocationTerms whole, Limits limits) {
        this.arms = whole.arms;
        this.rows = whole.rows;
        this.limits = limits;
        this.counted = whole.counted;
        this.barred = whole.barred;
    }

    private void check(int row) {
        if (rows[row].length != limits.size()) {
            throw new IllegalArgumentException(
                    "an arm has %d uses for %d capacities".formatted(rows[row].length, limits.size()));
        }
        for (int k = 0; k < limits.size(); k++) {
            if (!(rows[row][k] >= 0) || (row % arms == 0 && rows[row][k] != 0)) {
                throw new IllegalArgumentException(
                        "capacity %d: arm %d takes %s; it must be 0 or more, and leaving alone must take none"
                                .formatted(k, row % arms, rows[row][k]));
            }
        }
    }

    /** Notes which capacities a row takes, and whether it alone takes more than a limit. */
    private void count(int row) {
        int[] which = new int[limits.size()];
        int n = 0;
        for (int k = 0; k < which.length; k++) {
            if (rows[row][k] > 0) {
                which[n++] = k;
                barred[row] |= rows[row][k] > limits.most()[k];
            }
        }
        counted[row] = Arrays.copyOf(which, n);
    }

    /** The same under other limits, which bar arms anew. */
    AllocationTerms under(Limits others) {
        return new AllocationTerms(arms, rows, others);
    }

    /** For a sample, or a sample of one: its share of the limits; barred is what is barred in the whole book. */
    public AllocationTerms sampled(double share) {
        return new AllocationTerms(this, limits.times(share));
    }

    public int arms() {
        return arms;
    }

    public int capacities() {
        return limits.size();
    }

    public Limits limits() {
        return limits;
    }

    int rows() {
        return rows.length;
    }

    double[] uses(int row) {
        return rows[row];
    }

    /** What is used once an account takes another row. */
    void shift(double[] used, int from, int to) {
        for (int k = 0; k < used.length; k++) {
            used[k] += rows[to][k] - rows[from][k];
        }
    }

    /** The capacities of which a row takes any. */
    int[] counted(int row) {
        return counted[row];
    }

    /** Whether a row alone takes more than a limit, so that nobody can be given it. */
    boolean isBarred(int row) {
        return barred[row];
    }

    /** What each row takes at {@code prices}, in the very order of {@link Prices#charges}; infinite where it is barred. */
    double[] charges(double[] prices) {
        double[] charges = openCharges(prices);
        for (int row = 0; row < charges.length; row++) {
            charges[row] = barred[row] ? Double.POSITIVE_INFINITY : charges[row];
        }
        return charges;
    }

    /** The same without bars: what an account asked alone is charged. */
    double[] openCharges(double[] prices) {
        double[] charges = new double[rows.length];
        for (int row = 0; row < charges.length; row++) {
            for (int k = 0; k < prices.length; k++) {
                charges[row] += prices[k] * rows[row][k];
            }
        }
        return charges;
    }

    /** What is used when each row was chosen so many times; sums rows in order, so accounts may come in any. */
    double[] used(long[] chosen) {
        double[] used = new double[limits.size()];
        for (int row = 0; row < chosen.length; row++) {
            for (int k : counted[row]) {
                used[k] += chosen[row] * rows[row][k];
            }
        }
        return used;
    }
}
