package io.arrears.model.training.learner;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.GroupCalibrations;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that neither trees nor scorecard learned from, one entry each.
 *
 * @param margins log-odds before calibration
 * @param labels 0 or 1
 * @param weights how much each counts
 * @param judge rows the methods are compared on, later in time where time is known; the others fit
 */
public record CalibrationRows(double[] margins, double[] labels, double[] weights, boolean[] judge) {
    int size() {
        return labels.length;
    }

    CalibrationRows where(IntPredicate wanted) {
        int[] kept = IntStream.range(0, labels.length).filter(wanted).toArray();
        boolean[] keptJudge = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            keptJudge[i] = judge[kept[i]];
        }
        return new CalibrationRows(
                Matrix.take(margins, kept), Matrix.take(labels, kept), Matrix.take(weights, kept), keptJudge);
    }

    CalibrationRows early() {
        return where(i -> !judge[i]);
    }

    CalibrationRows late() {
        return where(i -> judge[i]);
    }

    /** Rows of the rarer class. */
    long events() {
        double positives = 0;
        for (double label : labels) {
            positives += label;
        }
        return Math.round(Math.min(positives, labels.length - positives));
    }

    /** Weighted log loss of each row under a calibration, in nats. */
    double[] losses(Calibration calibration) {
        double[] losses = new double[labels.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = loss(i, calibration.probability(margins[i]));
        }
        return losses;
    }

    /** The same under the calibrations of groups, one name of type and segment per row. */
    double[] losses(Calibration book, GroupCalibrations groups, String[] types, String[] segments) {
        double[] losses = new double[labels.length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = loss(i, groups.probability(book, margins[i], types[i], segments[i]));
        }
        return losses;
    }

    private double loss(int row, double p) {
        return -weights[row] * (labels[row] > 0.5 ? Math.log(p) : Math.log1p(-p));
    }
}
