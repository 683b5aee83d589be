package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans a book: the hold-out is left alone, chance takes its share first, and everyone else is allocated what is left of
 * the capacities.
 */
public final class Planner {
    private final Strategy strategy;
    private final List<PlanEntry> entries;
    private final double[][] uses;
    private final double[] limits;
    private final double[] left;
    private final int[] choice;

    private Planner(Strategy strategy, List<PlanEntry> entries) {
        this.strategy = strategy;
        this.entries = entries;
        this.uses = strategy.uses();
        long pastDue = entries.stream().filter(PlanEntry::pastDue).count();
        this.limits = strategy.capacities().stream()
                .mapToDouble(capacity -> capacity.limitFor(pastDue))
                .toArray();
        this.left = limits.clone();
        this.choice = new int[entries.size()];
    }

    /**
     * @param day the as-of day, for the draws
     */
    public static Plan plan(Strategy strategy, List<PlanEntry> entries, int day) {
        return new Planner(strategy, entries).plan(day);
    }

    private Plan plan(int day) {
        List<Integer> free = new ArrayList<>();
        placeByChance(day, free);
        double[][] merits = free.stream().map(i -> entries.get(i).merits()).toArray(double[][]::new);
        Allocation rest = Allocator.allocate(new AllocationProblem(merits, uses, left));
        double drawn = 0;
        for (int i = 0; i < choice.length; i++) {
            drawn += entries.get(i).merits()[choice[i]];
        }
        for (int i = 0; i < free.size(); i++) {
            choice[free.get(i)] = rest.choice()[i];
        }
        double[] used = new double[limits.length];
        for (int chosen : choice) {
            for (int k = 0; k < used.length; k++) {
                used[k] += uses[chosen][k];
            }
        }
        Allocation whole =
                new Allocation(choice, rest.prices(), used, drawn + rest.primalValue(), drawn + rest.dualBound());
        return new Plan(strategy, whole, limits);
    }

    /** Gives the accounts chance decides their arm, in the order of their draws, while capacity lasts. */
    private void placeByChance(int day, List<Integer> free) {
        record Drawn(int index, Draws draws, int arm) {}
        Exploration exploration = strategy.terms().exploration();
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            Draws draws = Draws.of(entries.get(i).accountId(), day, exploration.salt());
            Lottery lottery = new Lottery(exploration, allowed(entries.get(i).merits()));
            if (lottery.isHeldOut(draws)) {
                continue;
            }
            if (lottery.explores(draws)) {
                drawn.add(new Drawn(i, draws, lottery.pick(draws)));
            } else {
                free.add(i);
            }
        }
        drawn.sort(Comparator.comparingDouble(one -> one.draws.explore()));
        for (Drawn one : drawn) {
            if (take(one.arm)) {
                choice[one.index] = one.arm;
            }
        }
    }

    private static int[] allowed(double[] merits) {
        return IntStream.range(0, merits.length)
                .filter(j -> !Double.isNaN(merits[j]))
                .toArray();
    }

    private boolean take(int arm) {
        for (int k = 0; k < left.length; k++) {
            if (uses[arm][k] > left[k]) {
                return false;
            }
        }
        for (int k = 0; k < left.length; k++) {
            left[k] -= uses[arm][k];
        }
        return true;
    }
}
