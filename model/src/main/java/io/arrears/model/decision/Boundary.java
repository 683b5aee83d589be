package io.arrears.model.decision;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The accounts whose best arm prices within a box can still change, with the arms it can be; everyone else is settled,
 * and only what they take and are worth together is kept. The dual over the box is the same with either, and the boundary
 * is small when the box is.
 *
 * <p>Contested account {@code a} has the candidates {@code starts[a]} to {@code starts[a + 1]}, in the order of its arms.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Boundary(
        AllocationTerms terms, int[] accounts, int[] starts, int[] rows, double[] merits, Settled settled)
        implements Serializable {

    /**
     * The accounts that prices can't move.
     *
     * @param chosen how often each row is chosen
     * @param merit what the choices are worth together
     */
    public record Settled(long[] chosen, double merit) implements Serializable {}

    /** One pass over all accounts. */
    public static Boundary of(AllocationProblem problem, PriceBox box) {
        return new Scan(problem, box).scan();
    }

    /** The boundary of a book from those of its parts, in order, each with the number of accounts before it. */
    public static Boundary join(AllocationTerms terms, List<Boundary> parts, int[] offsets) {
        int[] accounts = new int[parts.stream().mapToInt(Boundary::size).sum()];
        int[] starts = new int[accounts.length + 1];
        int[] rows = new int[parts.stream().mapToInt(part -> part.rows.length).sum()];
        double[] merits = new double[rows.length];
        long[] chosen = new long[terms.rows()];
        double merit = 0;
        int size = 0;
        for (int p = 0; p < parts.size(); p++) {
            Boundary part = parts.get(p);
            System.arraycopy(part.rows, 0, rows, starts[size], part.rows.length);
            System.arraycopy(part.merits, 0, merits, starts[size], part.rows.length);
            for (int a = 0; a < part.size(); a++, size++) {
                accounts[size] = offsets[p] + part.accounts[a];
                starts[size + 1] = starts[size] + part.starts[a + 1] - part.starts[a];
            }
            Arrays.setAll(chosen, row -> chosen[row] + part.settled.chosen[row]);
            merit += part.settled.merit;
        }
        return new Boundary(terms, accounts, starts, rows, merits, new Settled(chosen, merit));
    }

    /** How many accounts there are, settled ones included. */
    long allAccounts() {
        return size() + Arrays.stream(settled.chosen).sum();
    }

    /** How often each row is chosen at {@code prices}. */
    long[] chosen(double[] prices) {
        double[] charges = terms.charges(prices);
        long[] chosen = settled.chosen.clone();
        for (int a = 0; a < size(); a++) {
            chosen[rows[best(a, charges)]]++;
        }
        return chosen;
    }

    int size() {
        return accounts.length;
    }

    int arm(int candidate) {
        return rows[candidate] % terms.arms();
    }

    /** What a candidate is worth after charges. */
    double reduced(int candidate, double[] charges) {
        return merits[candidate] - charges[rows[candidate]];
    }

    /** An upper bound of what any allocation is worth: the dual at {@code prices} within the box. */
    double bound(double[] prices, Limits limits) {
        return settled.merit + contestedBound(prices, limits);
    }

    /** The bound less what the settled are worth: the same bits however the book is parted. */
    double contestedBound(double[] prices, Limits limits) {
        double[] charges = terms.charges(prices);
        double[] settledUse = terms.used(settled.chosen);
        double sum = limits.worth(prices);
        for (int k = 0; k < prices.length; k++) {
            sum -= prices[k] * settledUse[k];
        }
        for (int a = 0; a < size(); a++) {
            int best = best(a, charges);
            sum += merits[best] - charges[rows[best]];
        }
        return sum;
    }

    /** The candidate of a contested account that is worth most after charges; of equals the first. */
    int best(int contested, double[] charges) {
        int best = starts[contested];
        double top = merits[best] - charges[rows[best]];
        for (int c = best + 1; c < starts[contested + 1]; c++) {
            double value = merits[c] - charges[rows[c]];
            if (value > top) {
                top = value;
                best = c;
            }
        }
        return best;
    }

    private static final class Scan {
        private final AllocationProblem problem;
        private final double[] charges;
        private final double[] sways;
        private final long[] chosen;
        private double settledMerit;
        private int[] accounts = new int[1024];
        private int[] starts = new int[1025];
        private int[] rows = new int[4096];
        private double[] merits = new double[4096];
        private int size;

        Scan(AllocationProblem problem, PriceBox box) {
            this.problem = problem;
            this.charges = problem.terms().charges(box.middle());
            this.sways = box.sways(problem.terms());
            this.chosen = new long[problem.terms().rows()];
        }

        Boundary scan() {
            int arms = problem.arms();
            double[] all = problem.merits();
            for (int i = 0; i < problem.accounts(); i++) {
                int base = i * arms;
                int first = problem.firstRow(i);
                int best = problem.best(i, charges);
                double top = all[base + best] - charges[first + best];
                int sway = (first + best) * arms;
                boolean contested = false;
                for (int j = 0; j < arms; j++) {
                    contested |= all[base + j] - charges[first + j] + sways[sway + j] >= top;
                }
                if (contested) {
                    contest(i, best, top);
                } else {
                    chosen[first + best]++;
                    settledMerit += all[base + best];
                }
            }
            int end = starts[size];
            return new Boundary(
                    problem.terms(),
                    Arrays.copyOf(accounts, size),
                    Arrays.copyOf(starts, size + 1),
                    Arrays.copyOf(rows, end),
                    Arrays.copyOf(merits, end),
                    new Settled(chosen, settledMerit));
        }

        private void contest(int account, int best, double top) {
            int arms = problem.arms();
            int first = problem.firstRow(account);
            int end = starts[size];
            if (size == accounts.length) {
                accounts = Arrays.copyOf(accounts, size * 2);
                starts = Arrays.copyOf(starts, size * 2 + 1);
            }
            if (end + arms > rows.length) {
                rows = Arrays.copyOf(rows, rows.length * 2 + arms);
                merits = Arrays.copyOf(merits, rows.length);
            }
            for (int j = 0; j < arms; j++) {
                double merit = problem.merit(account, j);
                double most = merit - charges[first + j] + sways[(first + best) * arms + j];
                if (j == best || most >= top) {
                    rows[end] = first + j;
                    merits[end++] = merit;
                }
            }
            accounts[size++] = account;
            starts[size] = end;
        }
    }
}
