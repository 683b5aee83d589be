package io.arrears.model.decision;

/**
 * Searches a small book to the end: depth first, leaving out branches whose dual bound can't beat the best found. Of
 * allocations within the maxima, those that fall least short of the minima count, and of these the most valuable wins.
 */
final class ExactSearch {
    private static final long MOST_NODES = 2_000_000;

    private final AllocationProblem problem;
    private final Limits limits;
    private final double[] prices;
    /** At the prices, what accounts from i on are worth at most. */
    private final double[] rest;

    private final double[] used;
    private final int[] trial;
    private int[] best;
    private double bestValue;
    private double bestShortfall;
    private long nodes;

    ExactSearch(AllocationProblem problem, double[] prices, int[] start) {
        this.problem = problem;
        this.limits = problem.limits();
        this.prices = prices;
        this.used = new double[problem.capacities()];
        this.trial = new int[problem.accounts()];
        this.best = start.clone();
        this.bestValue = problem.value(start);
        this.bestShortfall = limits.shortfall(problem.used(start));
        this.rest = new double[problem.accounts() + 1];
        double[] charges = problem.terms().charges(prices);
        for (int i = problem.accounts() - 1; i >= 0; i--) {
            int choice = problem.best(i, charges);
            rest[i] = rest[i + 1] + problem.merit(i, choice) - charges[problem.firstRow(i) + choice];
        }
    }

    int[] choice() {
        search(0, 0);
        return best;
    }

    private void search(int account, double value) {
        if (account == problem.accounts()) {
            double shortfall = limits.shortfall(used);
            if (shortfall < bestShortfall || (shortfall == bestShortfall && value > bestValue)) {
                bestShortfall = shortfall;
                bestValue = value;
                best = trial.clone();
            }
            return;
        }
        boolean hopeless = bestShortfall == 0 && value + rest[account] + worthOfLeft() <= bestValue;
        if (nodes++ > MOST_NODES || hopeless) {
            return;
        }
        for (int j = 0; j < problem.arms(); j++) {
            double merit = problem.merit(account, j);
            double[] uses = problem.terms().uses(problem.firstRow(account) + j);
            if (!Double.isNaN(merit) && fits(uses)) {
                take(uses, 1);
                trial[account] = j;
                search(account + 1, value + merit);
                take(uses, -1);
            }
        }
    }

    private double worthOfLeft() {
        double sum = limits.worth(prices);
        for (int k = 0; k < used.length; k++) {
            sum -= prices[k] * used[k];
        }
        return sum;
    }

    private boolean fits(double[] uses) {
        for (int k = 0; k < used.length; k++) {
            if (used[k] + uses[k] > limits.most()[k]) {
                return false;
            }
        }
        return true;
    }

    private void take(double[] uses, int sign) {
        for (int k = 0; k < used.length; k++) {
            used[k] += sign * uses[k];
        }
    }
}
