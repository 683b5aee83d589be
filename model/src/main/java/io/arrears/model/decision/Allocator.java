package io.arrears.model.decision;

import java.util.Arrays;

/**
 * Chooses one arm per account so that all are worth most together within the capacities: prices by the Lagrangian dual,
 * each account's best arm at those prices, then repair of what is over a limit and filling of what is left. Books of a
 * few accounts are searched to the end. Deterministic; the limits hold exactly.
 */
public final class Allocator {
    private static final int SEARCHED_TO_THE_END = 14;

    private Allocator() {}

    public static Allocation allocate(AllocationProblem given) {
        AllocationProblem problem = withoutImpossible(given);
        double[] prices = DualSearch.prices(problem);
        Filling filling = new Filling(problem, prices);
        filling.repair();
        filling.fill();
        filling.recount();
        filling.repair();
        int[] choice = filling.choice();
        if (problem.accounts() <= SEARCHED_TO_THE_END) {
            choice = new ExactSearch(problem, prices, choice).choice();
        }
        raiseImpossible(given, prices);
        return new Allocation(choice, prices, used(given, choice), value(given, choice), given.bound(prices));
    }

    /** Arms that alone take more than a limit may not be chosen. */
    private static AllocationProblem withoutImpossible(AllocationProblem given) {
        boolean[] impossible = new boolean[given.arms()];
        boolean any = false;
        for (int j = 0; j < given.arms(); j++) {
            for (int k = 0; k < given.capacities(); k++) {
                impossible[j] |= given.uses()[j][k] > given.limits()[k];
            }
            any |= impossible[j];
        }
        if (!any) {
            return given;
        }
        double[][] merits = Arrays.stream(given.merits()).map(double[]::clone).toArray(double[][]::new);
        for (double[] merit : merits) {
            for (int j = 0; j < merit.length; j++) {
                merit[j] = impossible[j] ? Double.NaN : merit[j];
            }
        }
        return new AllocationProblem(merits, given.uses(), given.limits());
    }

    /** A capacity too small for any contact is priced so that none would be wanted: the bound stays one. */
    private static void raiseImpossible(AllocationProblem given, double[] prices) {
        for (int j = 1; j < given.arms(); j++) {
            double[] charges = given.charges(prices);
            for (int k = 0; k < given.capacities(); k++) {
                double use = given.uses()[j][k];
                if (use > given.limits()[k]) {
                    double best = 0;
                    for (double[] merit : given.merits()) {
                        double lead = merit[j] - charges[j] - merit[0];
                        best = lead > best ? lead : best;
                    }
                    prices[k] += best / use;
                    break;
                }
            }
        }
    }

    static double[] used(AllocationProblem problem, int[] choice) {
        double[] used = new double[problem.capacities()];
        for (int j : choice) {
            for (int k = 0; k < used.length; k++) {
                used[k] += problem.uses()[j][k];
            }
        }
        return used;
    }

    static double value(AllocationProblem problem, int[] choice) {
        double sum = 0;
        for (int i = 0; i < choice.length; i++) {
            sum += problem.merits()[i][choice[i]];
        }
        return sum;
    }
}
