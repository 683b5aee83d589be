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

    private record Drawn(int position, PlanTerms.Drawn drawn) {}

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
            double merit = entry.merits()[entry.drawn()];
            drawn.add(new Drawn(accounts, new PlanTerms.Drawn(entry.members(), entry.drawn(), merit)));
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

    /** Plans what was added, with what more or less capacity would bring. The planner is used up. */
    public Plan plan() {
        return plan(true);
    }

    /** Plans what was added and no more. The planner is used up. */
    public Plan planAlone() {
        return plan(false);
    }

    private Plan plan(boolean curves) {
        PlanTerms terms = new PlanTerms(strategy, groupOf.keySet(), pastDueAccounts);
        int[] choice = new int[accounts];
        BitSet exceptions = new BitSet();
        for (Drawn one : drawn) {
            boolean taken = terms.take(one.drawn);
            choice[one.position] = taken ? one.drawn.arm() : 0;
            exceptions.set(one.position, !taken);
        }
        int[] group = groupOf.keySet().stream().mapToInt(terms::group).toArray();
        groups = Arrays.copyOf(groups, free);
        Arrays.setAll(groups, i -> group[groups[i]]);
        AllocationProblem problem = new AllocationProblem(Arrays.copyOf(merits, free * arms), groups, terms.left());
        merits = new double[0];
        Allocation rest = Allocator.allocate(problem);
        double[] charges = problem.terms().openCharges(rest.prices());
        for (int i = 0; i < free; i++) {
            choice[positions[i]] = rest.choice()[i];
            exceptions.set(positions[i], problem.best(i, charges) != rest.choice()[i]);
        }
        Allocation all = new Allocation(choice, rest.prices(), rest.used(), rest.primalValue(), rest.dualBound());
        return terms.plan(strategy, all, exceptions.stream().toArray(), curves ? problem : null);
    }
}
