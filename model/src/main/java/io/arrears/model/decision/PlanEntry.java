package io.arrears.model.decision;

/**
 * What the plan needs of one open account.
 *
 * @param merits per arm, NaN where it may not be chosen
 * @param members the capacities that count its contacts, see {@link Strategy#members}
 * @param pastDue whether it counts for capacities given as a share of accounts
 * @param drawn the arm that chance settles, 0 in the hold-out; {@link #FREE} where value decides
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlanEntry(double[] merits, long members, boolean pastDue, int drawn) {
    /** No arm is drawn: the plan may choose. */
    public static final int FREE = -1;
}
