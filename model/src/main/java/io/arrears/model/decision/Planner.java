package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans a book: accounts drawn by chance take their capacity first, in the order they were added and while it lasts; all
 * others are allocated what is left. Takes the accounts one by one, so that the book lies in memory once.
 */
public final class Planner {
    private static final int FIRST_ROOM = 1024;

    private final Strategy strategy;
    private final int arms;
    private final Map<Long, Integer> groupOf = new LinkedHashMap<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private double[] merits;
    private int[] groups = new int[FIRST_ROOM];
    /** Position of each free account among all. */
    private int[] positions = new int[FIRST_ROOM];

    private int free;
    private int accounts;
    private long pastDueAccounts;

    private record Drawn(int position, int arm, int group, double merit) {}

    public Planner(Strategy strategy) {
        this.strategy = strategy;
        this.arms = strategy.arms().size();
        this.merits = new double[FIRST_ROOM * arms];
    }

    /**
     * @throws IllegalArgumentException when the entry has another number of arms than the strategy
     */
    public void add(PlanEntry entry) {
        if (entry.merits().length != arms) {
            throw new IllegalArgumentException("account %d has %d merits for the %d arms of strategy %s: value it anew"
                    .formatted(accounts, entry.merits().length, arms, strategy.name()));
        }
        Integer group = groupOf.get(entry.members());
        if (group == null) {
            group = groupOf.size();
            groupOf.put(entry.members(), group);
        }
        if (entry.drawn() == PlanEntry.FREE) {
            addFree(entry.merits(), group);
        } else if (entry.drawn() > 0) {
            drawn.add(new Drawn(accounts, entry.drawn(), group, entry.merits()[entry.drawn()]));
        }
        accounts++;
        pastDueAccounts += entry.pastDue() ? 1 : 0;
    }

    private void addFree(double[] merit, int group) {
        if (free == positions.length) {
            int room = free + free / 2;
            positions = Arrays.copyOf(positions, room);
            groups = Arrays.copyOf(groups, room);
            merits = Arrays.copyOf(merits, room * arms);
        }
        System.arraycopy(merit, 0, merits, free * arms, arms);
        groups[free] = group;
        positions[free++] = accounts;
    }

    /** Plans what was added. The planner is used up. */
    public Plan plan() {
        List<Long> members = groupOf.keySet().stream().sorted().toList();
        int[] renumbered = groupOf.keySet().stream().mapToInt(members::indexOf).toArray();
        double[][][] uses = members.isEmpty()
                ? new double[][][] {strategy.uses(0)}
                : members.stream().map(strategy::uses).toArray(double[][][]::new);
        Limits limits = strategy.limits(pastDueAccounts);
        int[] choice = new int[accounts];
        double[] taken = new double[limits.size()];
        BitSet exceptions = new BitSet();
        double drawnValue = place(choice, taken, renumbered, new AllocationTerms(uses, limits));
        drawn.stream().filter(one -> choice[one.position] != one.arm).forEach(one -> exceptions.set(one.position));
        groups = Arrays.copyOf(groups, free);
        Arrays.setAll(groups, i -> renumbered[groups[i]]);
        AllocationProblem problem = new AllocationProblem(
                Arrays.copyOf(merits, free * arms), groups, new AllocationTerms(uses, limits.less(taken)));
        merits = new double[0];
        Allocation rest = Allocator.allocate(problem);
        double[] used = taken.clone();
        Arrays.setAll(used, k -> taken[k] + rest.used()[k]);
        double[] charges = problem.terms().openCharges(rest.prices());
        for (int i = 0; i < free; i++) {
            choice[positions[i]] = rest.choice()[i];
            exceptions.set(positions[i], problem.best(i, charges) != rest.choice()[i]);
        }
        Allocation whole = new Allocation(
                choice, rest.prices(), used, drawnValue + rest.primalValue(), drawnValue + rest.dualBound());
        List<WhatIf> whatIf = WhatIf.curves(problem, taken, drawnValue, whole.dualBound());
        return new Plan(strategy, whole, limits, exceptions.stream().toArray(), whatIf);
    }

    /** Gives the accounts chance decides their arm while capacity lasts; answers what these are worth. */
    private double place(int[] choice, double[] taken, int[] renumbered, AllocationTerms terms) {
        double value = 0;
        for (Drawn one : drawn) {
            double[] use = terms.uses(renumbered[one.group] * arms + one.arm);
            boolean fits = true;
            for (int k = 0; k < taken.length; k++) {
                fits &= taken[k] + use[k] <= terms.limits().most()[k];
            }
            for (int k = 0; k < taken.length && fits; k++) {
                taken[k] += use[k];
            }
            choice[one.position] = fits ? one.arm : 0;
            value += fits ? one.merit : 0;
        }
        return value;
    }
}
