package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.contact.PlannedContact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An arm of a strategy with what it takes.
 *
 * @param costMinor cost of one contact in minor units of the strategy's currency, possibly a fraction
 * @param uses further units it takes, by name, e.g. {@code agent_minutes: 6}
 * @param vulnerableAllowed whether it may be chosen for a debtor flagged vulnerable
 * @param beyondRecommended whether it passes contact rules that only recommend
 * @param assumedEffect log-odds by which it is believed to raise the chance of paying, if the debtor is reached on channels
 *     where only that counts; used where the log says too little; absent = no belief
 */
public record StrategyArm(
        Arm arm,
        double costMinor,
        Map<String, Double> uses,
        boolean vulnerableAllowed,
        boolean beyondRecommended,
        @Nullable Double assumedEffect) {
    /** Leaving the account alone: free, takes nothing. */
    public static final StrategyArm NONE = new StrategyArm(Arm.NONE, 0, Map.of(), true, false, null);

    public StrategyArm {
        uses = Map.copyOf(uses);
    }

    /** The arm as contact law sees it. */
    public PlannedContact contact() {
        return new PlannedContact(arm.action(), arm.channel(), arm.window(), vulnerableAllowed, beyondRecommended);
    }
}
