package io.arrears.model.decision;

/** Searches a small book to the end: depth first, leaving out branches whose dual bound can't beat the best found. */
final class ExactSearch {
    private static final long MOST_NODES = 2_000_000;

    private final AllocationProblem problem;
    private final double[] prices;
    /** At the prices, what accounts from i on are worth at most. */
    private final double[] rest;

    private final double[] left;
    private final int[] trial;
    private int[] best;
    private double bestValue;
    private long nodes;

    ExactSearch(AllocationProblem problem, double[] prices, int[] start) {
        this.problem = problem;
        this.prices = prices;
        this.left = problem.limits().clone();
        this.trial = new int[problem.accounts()];
        this.best = start.clone();
        this.bestValue = Allocator.value(problem, start);
        this.rest = new double[problem.accounts() + 1];
        double[] charges = problem.charges(prices);
        for (int i = problem.accounts() - 1; i >= 0; i--) {
            int choice = problem.best(i, charges);
            rest[i] = rest[i + 1] + problem.merits()[i][choice] - charges[choice];
        }
    }

    int[] choice() {
        search(0, 0);
        return best;
    }

    private void search(int account, double value) {
        if (account == problem.accounts()) {
            if (value > bestValue) {
                bestValue = value;
                best = trial.clone();
            }
            return;
        }
        if (nodes++ > MOST_NODES || value + rest[account] + worthOfLeft() <= bestValue) {
            return;
        }
        for (int j = 0; j < problem.arms(); j++) {
            double merit = problem.merits()[account][j];
            if (!Double.isNaN(merit) && take(j, 1)) {
                trial[account] = j;
                search(account + 1, value + merit);
                take(j, -1);
            }
        }
    }

    private double worthOfLeft() {
        double sum = 0;
        for (int k = 0; k < left.length; k++) {
            sum += prices[k] * left[k];
        }
        return sum;
    }

    /** Takes what an arm uses, or gives it back; answers whether there was enough. */
    private boolean take(int arm, int sign) {
        for (int k = 0; k < left.length; k++) {
            if (sign > 0 && problem.uses()[arm][k] > left[k]) {
                return false;
            }
        }
        for (int k = 0; k < left.length; k++) {
            left[k] -= sign * problem.uses()[arm][k];
        }
        return true;
    }
}
