package io.arrears.model.contact;

import io.arrears.model.account.Coded;

/** Where a rule stands in law. Delayed and withdrawn ones bind nobody. */
public enum RuleStatus implements Coded {
    IN_FORCE,
    DELAYED,
    WITHDRAWN,
    GUIDANCE;

    boolean binds() {
        return this == IN_FORCE || this == GUIDANCE;
    }
}
