package io.arrears.model.scoring;

/**
 * The trees of one target and what turns their margin into an answer.
 *
 * @param calibration for a probability; unused for {@link Target#CASH30}, whose margin is the ratio itself
 */
public record TargetModel(Target target, FlatEnsemble trees, Calibration calibration) {
    /** The calibrated probability of a row. */
    public double probability(float[] row) {
        return calibration.probability(trees.margin(row));
    }
}
