package io.arrears.model.decision;

/**
 * A book to allocate, wherever its accounts lie: the passes over all of them that finding prices takes. Accounts are
 * numbered from 0 in a fixed order. Implementations must answer alike, whatever their parts.
 */
public interface BookPasses {
    AllocationTerms terms();

    int accounts();

    /** The most by which an arm is worth more or less than leaving the account alone. */
    double span();

    /** Every {@code stride}-th account, with its share of the limits. */
    AllocationProblem sample(int stride);

    /** The accounts that prices within a box can still move, in order. */
    Boundary boundary(PriceBox box);

    /** The most that any of the arms that take a capacity is worth beyond the best that can be had, per unit. */
    double highestLead(double[] prices, int capacity);
}
