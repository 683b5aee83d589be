package io.arrears.model.decision;

import io.arrears.model.account.Coded;

/** Why an account is left alone. */
public enum HoldReason implements Coded {
    /** It is in the permanent hold-out. */
    HOLDOUT,
    /** Chance chose to leave it alone. */
    EXPLORATION,
    /** No arm may be chosen: law, flags or eligibility forbid each. */
    BLOCKED,
    /** No arm brings in more than it costs. */
    NOT_WORTH_IT,
    /** An arm would pay, but capacity is worth more elsewhere. */
    CAPACITY,
    /** The strategy names no rate for the account's currency. */
    NO_EXCHANGE_RATE
}
