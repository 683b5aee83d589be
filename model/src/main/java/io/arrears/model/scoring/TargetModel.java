package io.arrears.model.scoring;

/**
 * The trees of one target and what turns their margin into an answer.
 *
 * @param calibration of the whole book, for a probability; unused for {@link Target#CASH30}, whose margin is the ratio
 *     itself
 * @param groups what is particular to types and segments
 */
public record TargetModel(Target target, FlatEnsemble trees, Calibration calibration, GroupCalibrations groups) {
    /** With one calibration for the whole book. */
    public TargetModel(Target target, FlatEnsemble trees, Calibration calibration) {
        this(target, trees, calibration, GroupCalibrations.NONE);
    }

    /**
     * The calibrated probability of a row.
     *
     * @param type of the receivable; of an attempt, its channel
     * @param segment of the account, empty when it has none; of an attempt, its window
     */
    public double probability(float[] row, String type, String segment) {
        return calibrated(trees.margin(row), type, segment);
    }

    double calibrated(double margin, String type, String segment) {
        return groups.probability(calibration, margin, type, segment);
    }
}
