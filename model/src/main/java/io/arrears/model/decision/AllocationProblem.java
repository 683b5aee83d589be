package io.arrears.model.decision;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm for each account under shared capacities, in memory. Takes its arrays over; nobody may change them afterwards.
 */
public final class AllocationProblem implements BookPasses {
    private final double[] merits;
    private final int @Nullable [] groups;
    private final int arms;
    private final AllocationTerms terms;

    /**
     * @param merits per account, arm for arm, what choosing it is worth, NaN where it may not be chosen; arm 0, leaving
     *     alone, always may
     * @param groups per account its group, or null when there is one
     */
    public AllocationProblem(double[] merits, int @Nullable [] groups, AllocationTerms terms) {
        this.merits = merits;
        this.groups = groups;
        this.terms = terms;
        this.arms = terms.arms();
        if (merits.length % arms != 0 || (groups != null && groups.length != accounts())) {
            throw new IllegalArgumentException(
                    "%d merits are not those of %d arms for every account".formatted(merits.length, arms));
        }
        for (int i = 0; i < accounts(); i++) {
            if (Double.isNaN(merits[i * arms])) {
                throw new IllegalArgumentException("account %d may not be left alone: arm 0 always may".formatted(i));
            }
        }
    }

    /** Every account in one group, under maxima alone. */
    public static AllocationProblem of(double[][] merits, double[][] uses, double... most) {
        double[] flat = Arrays.stream(merits).flatMapToDouble(Arrays::stream).toArray();
        return new AllocationProblem(flat, null, new AllocationTerms(new double[][][] {uses}, Limits.atMost(most)));
    }

    @Override
    public AllocationTerms terms() {
        return terms;
    }

    @Override
    public int accounts() {
        return merits.length / arms;
    }

    public int arms() {
        return arms;
    }

    public int capacities() {
        return terms.capacities();
    }

    public Limits limits() {
        return terms.limits();
    }

    /** NaN where the arm may not be chosen. */
    public double merit(int account, int arm) {
        return merits[account * arms + arm];
    }

    /** How much an arm takes of a capacity when it is chosen for an account. */
    public double use(int account, int arm, int capacity) {
        return terms.uses(firstRow(account) + arm)[capacity];
    }

    /** The merits as they lie: account for account. */
    double[] merits() {
        return merits;
    }

    int firstRow(int account) {
        return groups == null ? 0 : groups[account] * arms;
    }

    /** The arm that is worth most after its charge; of equals the first. */
    int best(int account, double[] charges) {
        int base = account * arms;
        int row = firstRow(account);
        int best = 0;
        double top = merits[base] - charges[row];
        for (int j = 1; j < arms; j++) {
            double value = merits[base + j] - charges[row + j];
            if (value > top) {
                top = value;
                best = j;
            }
        }
        return best;
    }

    double[] used(int[] choice) {
        long[] chosen = new long[terms.rows()];
        for (int i = 0; i < choice.length; i++) {
            chosen[firstRow(i) + choice[i]]++;
        }
        return terms.used(chosen);
    }

    double value(int[] choice) {
        double sum = 0;
        for (int i = 0; i < choice.length; i++) {
            sum += merits[i * arms + choice[i]];
        }
        return sum;
    }

    /** The same accounts under other limits. */
    AllocationProblem under(Limits others) {
        return with(terms.under(others));
    }

    /** The same accounts under terms of the same groups and arms. */
    AllocationProblem with(AllocationTerms others) {
        return new AllocationProblem(merits, groups, others);
    }

    @Override
    public double span() {
        double span = 0;
        for (int i = 0, at = 0; i < accounts(); i++) {
            double alone = merits[at];
            for (int j = 0; j < arms; j++, at++) {
                double lead = Math.abs(merits[at] - alone);
                span = lead > span ? lead : span;
            }
        }
        return span;
    }

    @Override
    public AllocationProblem sample(int stride) {
        return sampled(List.of(rows(0, stride)), terms, accounts());
    }

    /** Some accounts of a book, on their way into a sample. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Rows(double[] merits, int[] groups) implements Serializable {}

    /** Every {@code stride}-th account from {@code first} on. */
    public Rows rows(int first, int stride) {
        int size = first >= accounts() ? 0 : (accounts() - first + stride - 1) / stride;
        double[] taken = new double[size * arms];
        int[] theirGroups = new int[size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(merits, (first + i * stride) * arms, taken, i * arms, arms);
            theirGroups[i] = groups == null ? 0 : groups[first + i * stride];
        }
        return new Rows(taken, theirGroups);
    }

    /** A sample of a book of so many accounts, with its share of the limits. */
    public static AllocationProblem sampled(List<Rows> parts, AllocationTerms terms, int accounts) {
        double[] merits = parts.stream()
                .flatMapToDouble(part -> Arrays.stream(part.merits))
                .toArray();
        int[] groups =
                parts.stream().flatMapToInt(part -> Arrays.stream(part.groups)).toArray();
        return new AllocationProblem(
                merits, groups, terms.sampled(accounts == 0 ? 1 : (double) groups.length / accounts));
    }

    @Override
    public Boundary boundary(PriceBox box) {
        return Boundary.of(this, box);
    }

    @Override
    public double highestLead(double[] prices, int capacity) {
        double[] had = terms.charges(prices);
        double[] open = terms.openCharges(prices);
        double highest = 0;
        for (int i = 0; i < accounts(); i++) {
            int first = firstRow(i);
            int best = best(i, had);
            double top = merit(i, best) - had[first + best];
            for (int j = 1; j < arms; j++) {
                double use = terms.uses(first + j)[capacity];
                double lead = use > 0 ? (merit(i, j) - open[first + j] - top) / use : 0;
                highest = lead > highest ? lead : highest;
            }
        }
        return highest;
    }
}
