package io.arrears.model.training.offpolicy;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a log says about a policy.
 *
 * @param decisions of the log
 * @param withoutPropensity of them with unknown propensity: counted, not used
 * @param accounts with a decision that was used
 * @param effectiveDecisions number of decisions of equal weight that would say as much (Kish 1965)
 * @param effectiveAccounts the same for accounts, each with the weight of its decisions together
 * @param overlap share of the policy's choices that the log could have made: the mean weight, at most 1
 * @param matched share of the used decisions that the policy could have made
 * @param clipped share of the used decisions whose weight was cut to {@link OffPolicy#MOST_WEIGHT}
 */
public record Evidence(
        int decisions,
        int withoutPropensity,
        int accounts,
        double effectiveDecisions,
        double effectiveAccounts,
        double overlap,
        double matched,
        double clipped) {
    private static final double LEAST_EFFECTIVE = 100;
    private static final double MOST_UNKNOWN = 0.5;
    private static final double LEAST_OVERLAP = 0.05;

    /** Why no value may be estimated, in words; empty when it may. */
    public List<String> refusals() {
        List<String> reasons = new ArrayList<>();
        if (decisions == 0) {
            return List.of("the log has no decision whose outcome is known");
        }
        if (withoutPropensity > MOST_UNKNOWN * decisions) {
            reasons.add("propensities are missing on %d of %d decisions; at most half may be"
                    .formatted(withoutPropensity, decisions));
        }
        if (Math.min(overlap, matched) < LEAST_OVERLAP) {
            reasons.add(
                    "the log could have made %.1f %% of the strategy's choices and the strategy %.1f %% of the log's;"
                                    .formatted(100 * overlap, 100 * matched)
                            + " both must be at least %.0f %%".formatted(100 * LEAST_OVERLAP));
        }
        if (Math.min(effectiveDecisions, effectiveAccounts) < LEAST_EFFECTIVE) {
            reasons.add("the effective sample is %.0f decisions of %.0f accounts; at least %.0f of each are needed"
                    .formatted(effectiveDecisions, effectiveAccounts, LEAST_EFFECTIVE));
        }
        return reasons;
    }
}
