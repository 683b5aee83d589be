package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import org.jspecify.annotations.Nullable;

/**
 * What choosing an arm for an account is worth. Amounts are expectations in minor units of the strategy's currency.
 *
 * @param blockedBy the rule or condition that forbids it; absent = it may be chosen
 * @param pReach probability that the debtor is reached; NaN for {@code none}
 * @param pPay30d probability of a payment within the strategy's horizon under this arm
 * @param expectedCash30dMinor expected payments under this arm; NaN without an exchange rate
 * @param costMinor what one contact costs
 * @param netValueMinor cash above leaving alone, less cost, forgiveness and expected complaints; 0 for {@code none}, NaN
 *     without an exchange rate
 * @param assumed whether the effect rests more on the strategy's belief than on logged contacts
 */
public record ArmValue(
        Arm arm,
        @Nullable String blockedBy,
        double pReach,
        double pPay30d,
        double expectedCash30dMinor,
        double costMinor,
        double netValueMinor,
        boolean assumed) {
    public boolean legal() {
        return blockedBy == null;
    }
}
