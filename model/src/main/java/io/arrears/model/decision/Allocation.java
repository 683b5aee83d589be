package io.arrears.model.decision;

/**
 * An allocation within the limits, and how far from the best possible it can be at most.
 *
 * @param choice per account the arm chosen; empty where the accounts are too many for one machine
 * @param prices per capacity the worth of one more unit
 * @param used per capacity
 * @param primalValue what the choices are worth together
 * @param dualBound no allocation is worth more
 */
@SuppressWarnings("ArrayRecordComponent")
public record Allocation(int[] choice, double[] prices, double[] used, double primalValue, double dualBound) {
    /** Share of the bound that may have been missed. */
    public double gap() {
        return dualBound <= 0 ? 0 : Math.max(0, dualBound - primalValue) / dualBound;
    }
}
