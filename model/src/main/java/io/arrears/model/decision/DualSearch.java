package io.arrears.model.decision;

import java.util.Arrays;

/**
 * Finds the prices that minimise the Lagrangian dual. The dual is convex with kinks; it is smoothed by a temperature
 * (log-sum-exp over the arms of an account), minimised by projected Newton steps, and the temperature is lowered. Big
 * books are solved on every n-th account first and polished on the whole. Of all prices met, those with the lowest true
 * bound win.
 */
final class DualSearch {
    private static final int SAMPLE = 40_000;
    private static final int STEPS = 40;
    private static final int POLISHING_STEPS = 4;
    private static final double FIRST_TEMPERATURE = 0.3;
    private static final double COOLING = 0.3;
    private static final int COOLINGS = 9;
    private static final double ENOUGH = 1e-9;

    private final AllocationProblem problem;
    private final double[] scales;
    private double[] best;
    private double bestBound;

    private DualSearch(AllocationProblem problem, double[] start) {
        this.problem = problem;
        this.scales = new double[problem.capacities()];
        for (int k = 0; k < scales.length; k++) {
            scales[k] = largestUse(problem, k);
        }
        this.best = start;
        this.bestBound = problem.bound(start);
    }

    static double[] prices(AllocationProblem problem) {
        double[] free = new double[problem.capacities()];
        if (fits(problem, free)) {
            return free;
        }
        if (problem.accounts() <= SAMPLE) {
            return new DualSearch(problem, free).cool(FIRST_TEMPERATURE, COOLINGS, STEPS);
        }
        double[] rough = prices(sample(problem));
        double last = FIRST_TEMPERATURE * StrictMath.pow(COOLING, COOLINGS - 1);
        return new DualSearch(problem, rough).cool(last, 1, POLISHING_STEPS);
    }

    private static boolean fits(AllocationProblem problem, double[] prices) {
        double[] charges = problem.charges(prices);
        int[] choice = new int[problem.accounts()];
        Arrays.setAll(choice, i -> problem.best(i, charges));
        double[] used = Allocator.used(problem, choice);
        for (int k = 0; k < used.length; k++) {
            if (used[k] > problem.limits()[k]) {
                return false;
            }
        }
        return true;
    }

    private static AllocationProblem sample(AllocationProblem problem) {
        double step = (double) problem.accounts() / SAMPLE;
        double[][] merits = new double[SAMPLE][];
        Arrays.setAll(merits, i -> problem.merits()[(int) (i * step)]);
        double[] limits =
                Arrays.stream(problem.limits()).map(limit -> limit / step).toArray();
        return new AllocationProblem(merits, problem.uses(), limits);
    }

    private static double largestUse(AllocationProblem problem, int k) {
        return Math.max(
                1e-12,
                Arrays.stream(problem.uses()).mapToDouble(use -> use[k]).max().orElse(1));
    }

    /** Temperatures are relative to the mean lead of the best arm over leaving alone. */
    private double[] cool(double first, int coolings, int steps) {
        double temperature = first * meanLead();
        double[] prices = best.clone();
        for (int i = 0; i < coolings && temperature > 0; i++) {
            prices = descend(prices, temperature, steps);
            double bound = problem.bound(prices);
            if (bound < bestBound) {
                bestBound = bound;
                best = prices.clone();
            }
            temperature *= COOLING;
        }
        return best;
    }

    private double meanLead() {
        double[] free = new double[problem.arms()];
        double sum = 0;
        int leading = 0;
        for (int i = 0; i < problem.accounts(); i++) {
            int choice = problem.best(i, free);
            sum += problem.merits()[i][choice] - problem.merits()[i][0];
            leading += choice == 0 ? 0 : 1;
        }
        return leading == 0 ? 0 : sum / leading;
    }

    private double[] descend(double[] from, double temperature, int steps) {
        double[] prices = from;
        SmoothDual here = SmoothDual.at(problem, prices, temperature);
        double damping = 1e-6;
        for (int step = 0; step < steps && here.slope(prices, scales) > ENOUGH * (1 + Math.abs(here.value())); step++) {
            double[] next = here.newton(prices, scales, damping);
            SmoothDual there = SmoothDual.at(problem, next, temperature);
            if (there.value() < here.value()) {
                prices = next;
                here = there;
                damping = Math.max(1e-9, damping / 10);
            } else if (damping > 1e6) {
                break;
            } else {
                damping *= 30;
            }
        }
        return prices;
    }
}
