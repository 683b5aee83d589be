package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * One arm for every account of a book.
 *
 * @param allocation choices in the order of the entries, prices, and the bound
 * @param limits of the capacities, in the strategy's order
 */
@SuppressWarnings("ArrayRecordComponent")
public record Plan(Strategy strategy, Allocation allocation, double[] limits) {
    public Prices prices() {
        return Prices.of(allocation.prices());
    }

    /** How each capacity was used. */
    public List<CapacityUse> capacityUses() {
        List<CapacityUse> uses = new ArrayList<>();
        for (int k = 0; k < limits.length; k++) {
            uses.add(new CapacityUse(
                    strategy.capacities().get(k),
                    limits[k],
                    allocation.used()[k],
                    allocation.prices()[k]));
        }
        return uses;
    }

    /**
     * A capacity of a plan.
     *
     * @param priceMinor what one more unit would bring, in minor units of the strategy's currency
     */
    public record CapacityUse(Capacity capacity, double limit, double used, double priceMinor) {}
}
