package io.arrears.model.assessment;

import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ArmValue;

/**
 * An arm as it stands for one account.
 *
 * @param verdict what contact law says; the slot when it is allowed
 * @param leverMinor what the strategy's levers add to the choice, in minor units; no part of the value
 */
public record ArmOption(ArmValue value, Verdict verdict, double leverMinor) {
    /** By what arms are compared before capacity prices. */
    public double meritMinor() {
        return value.netValueMinor() + leverMinor;
    }
}
