package io.arrears.model.decision;

import io.arrears.model.account.AccountId;

/**
 * What the plan needs of one open account.
 *
 * @param merits per arm, NaN where it may not be chosen
 * @param pastDue whether it counts for capacities given as a share of accounts
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlanEntry(AccountId accountId, double[] merits, boolean pastDue) {}
