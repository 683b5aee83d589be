package io.arrears.model.assessment;

import io.arrears.model.account.Arm;

/** Something that is otherwise than it is, for one account. */
public sealed interface Change {
    /**
     * One more unit of a capacity is worth another amount.
     *
     * @param capacity its index in the strategy
     */
    record Price(int capacity, double priceMinor) implements Change {}

    /** An arm that is forbidden may be chosen. */
    record Permission(Arm arm) implements Change {}

    /** An arm is worth so much more. */
    record Worth(Arm arm, double moreMinor) implements Change {}
}
