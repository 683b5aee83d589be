package io.arrears.model.scoring;

import java.util.List;

/**
 * What the models say about one account as of an instant, under the logged contact policy.
 *
 * @param modelId the artefact that scored
 * @param payProbability30d calibrated probability of at least one payment within 30 days, as-of day included
 * @param expectedCash30dMinor expected payments in that time, in minor units
 * @param rollProbability probability of being 90 or more days past due within 180 days; NaN when it already is
 * @param reasons at most four, the strongest first
 * @param further what only some models say
 */
public record Scores(
        String modelId,
        double payProbability30d,
        double expectedCash30dMinor,
        double rollProbability,
        List<Reason> reasons,
        FurtherScores further) {
    /** Of a model that says nothing further. */
    public Scores(
            String modelId,
            double payProbability30d,
            double expectedCash30dMinor,
            double rollProbability,
            List<Reason> reasons) {
        this(modelId, payProbability30d, expectedCash30dMinor, rollProbability, reasons, FurtherScores.NONE);
    }

    public Scores {
        reasons = List.copyOf(reasons);
        if (!(payProbability30d >= 0 && payProbability30d <= 1)) {
            throw new IllegalArgumentException("pay probability is %s, not within 0 to 1: the model %s is damaged"
                    .formatted(payProbability30d, modelId));
        }
    }
}
