package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;
import java.util.List;

/** What a log says about a policy: a value with its interval, or that it says too little. */
public sealed interface OffPolicyAnswer {
    Evidence evidence();

    /** Too little evidence is no number. */
    record Refused(Evidence evidence, List<String> reasons) implements OffPolicyAnswer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Rewards per decision.
     *
     * @param logged of what the log's policy did
     * @param gain of the policy judged over the logged one, doubly robust; its interval counts that both stand on the
     *     same accounts
     */
    record Estimated(Evidence evidence, Interval logged, PolicyValue policy, PolicyValue none, Interval gain)
            implements OffPolicyAnswer {}
}
