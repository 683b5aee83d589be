package io.arrears.model.decision;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan of a book follows: limits for its size, what arms take in each group of accounts, and what chance takes
 * first. Groups are the different sets of capacities that count accounts, in ascending order.
 */
public final class PlanTerms {
    private final List<Long> members;
    private final double[][][] uses;
    private final Limits limits;
    private final double[] taken;
    private double takenValue;

    /**
     * An account whose arm chance drew.
     *
     * @param arm other than leaving alone
     * @param members the capacities that count its contacts
     */
    public record Drawn(long members, int arm, double merit) {}

    /**
     * @param members every set of capacities that counts some account, see {@link Strategy#members}
     * @param pastDueAccounts how many accounts are open and past due
     */
    public PlanTerms(Strategy strategy, Collection<Long> members, long pastDueAccounts) {
        this.members = (members.isEmpty() ? List.of(0L) : members)
                .stream().distinct().sorted().toList();
        this.uses = this.members.stream().map(strategy::uses).toArray(double[][][]::new);
        this.limits = strategy.limits(pastDueAccounts);
        this.taken = new double[limits.size()];
    }

    /** The number of a group. */
    public int group(long itsMembers) {
        return members.indexOf(itsMembers);
    }

    /** Takes the capacity of an arm that chance drew; answers whether there was enough left. */
    public boolean take(Drawn drawn) {
        double[] use = uses[group(drawn.members)][drawn.arm];
        for (int k = 0; k < taken.length; k++) {
            if (taken[k] + use[k] > limits.most()[k]) {
                return false;
            }
        }
        for (int k = 0; k < taken.length; k++) {
            taken[k] += use[k];
        }
        takenValue += drawn.merit;
        return true;
    }

    /** What is left for accounts that chance doesn't decide. */
    public AllocationTerms left() {
        return new AllocationTerms(uses, limits.less(taken));
    }

    /**
     * The plan of a whole book.
     *
     * @param rest how the accounts that chance doesn't decide were allocated, its choices replaced by those of all
     * @param exceptions see {@link Plan}
     * @param book those accounts, to tell what more or less capacity would bring; null when nobody asks
     */
    public Plan plan(Strategy strategy, Allocation rest, int[] exceptions, @Nullable BookPasses book) {
        double[] used = taken.clone();
        for (int k = 0; k < used.length; k++) {
            used[k] += rest.used()[k];
        }
        Allocation whole = new Allocation(
                rest.choice(), rest.prices(), used, takenValue + rest.primalValue(), takenValue + rest.dualBound());
        List<WhatIf> whatIf = book == null ? List.of() : WhatIf.curves(book, taken, takenValue, whole.dualBound());
        return new Plan(strategy, whole, limits, exceptions, whatIf);
    }
}
