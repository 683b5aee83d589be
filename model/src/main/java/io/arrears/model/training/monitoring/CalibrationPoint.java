package io.arrears.model.training.monitoring;

import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Interval;

/**
 * How well calibrated one cycle was, with 95 % intervals; those of the line let rows of one debtor move together.
 *
 * @param predicted mean probability
 * @param observed share that happened
 * @param intercept by how much the log-odds of the whole book were too low: calibration in the large
 * @param slope of the outcome on the predicted log-odds; under 1, predictions were too extreme
 * @param ece expected calibration error over 15 bins of equal mass
 * @param auc of these rows; NaN when all outcomes are equal
 */
public record CalibrationPoint(
        int rows, double predicted, double observed, Interval intercept, Interval slope, Interval ece, Interval auc) {
    private static final int SEED = 15;

    /** Of one cycle; all NaN without rows. */
    public static CalibrationPoint of(Matured matured) {
        if (matured.rows() == 0) {
            Interval none = new Interval(Double.NaN, Double.NaN, Double.NaN);
            return new CalibrationPoint(0, Double.NaN, Double.NaN, none, none, none, none);
        }
        ClusteredLine line = ClusteredLine.of(matured);
        return new CalibrationPoint(
                matured.rows(),
                matured.meanPredicted(),
                matured.meanObserved(),
                Interval.normal(line.intercept(), line.interceptError()),
                Interval.normal(line.slope(), line.slopeError()),
                Assessment.ece(matured.predicted, matured.observed, SEED),
                Assessment.auc(matured.predicted, matured.observed));
    }
}
