package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * One arm for every account of a book.
 *
 * @param allocation choices in the order of the entries, prices, and the bound; those of chance are counted in
 * @param limits of the capacities, in the strategy's order
 * @param exceptions positions of the accounts whose arm isn't the one that chance, or else prices alone, would give
 *     them: limits were repaired or filled with them, or the arm they drew found no capacity
 * @param whatIf what the book would be worth with more or less of each capacity
 */
@SuppressWarnings("ArrayRecordComponent")
public record Plan(Strategy strategy, Allocation allocation, Limits limits, int[] exceptions, List<WhatIf> whatIf) {
    public Plan {
        whatIf = List.copyOf(whatIf);
    }

    public Prices prices() {
        return Prices.of(allocation.prices());
    }

    /** How each capacity was used. */
    public List<CapacityUse> capacityUses() {
        List<CapacityUse> uses = new ArrayList<>();
        for (int k = 0; k < limits.size(); k++) {
            uses.add(new CapacityUse(
                    strategy.capacities().get(k),
                    limits.least()[k],
                    limits.most()[k],
                    allocation.used()[k],
                    allocation.prices()[k]));
        }
        return uses;
    }

    /**
     * A capacity of a plan.
     *
     * @param least what had to be used; the plan falls short of it when {@code used} is lower
     * @param most infinite where nothing is limited
     * @param priceMinor what one more unit would bring, in minor units of the strategy's currency; below zero what one
     *     unit less of the minimum would bring
     */
    public record CapacityUse(Capacity capacity, double least, double most, double used, double priceMinor) {}
}
