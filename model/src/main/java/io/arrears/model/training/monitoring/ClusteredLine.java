package io.arrears.model.training.monitoring;

import io.arrears.model.training.evaluation.CalibrationLine;

/**
 * The shift of the log-odds of a whole book, and the slope of outcomes on predicted log-odds (Cox 1958); errors by the
 * sandwich over debtors (Liang and Zeger 1986). NaN where the rows do not determine it.
 *
 * @param intercept with the slope held at 1: the shift of the whole book
 */
record ClusteredLine(double intercept, double interceptError, double slope, double slopeError) {
    private static final double SMALLEST = 1e-9;
    private static final int MAX_STEPS = 50;

    static ClusteredLine of(Matured matured) {
        double[] margins = new double[matured.rows()];
        for (int row = 0; row < margins.length; row++) {
            double p = Math.min(1 - SMALLEST, Math.max(SMALLEST, matured.predicted[row]));
            margins[row] = Math.log(p / (1 - p));
        }
        double shift = shift(margins, matured.observed);
        CalibrationLine line = CalibrationLine.of(matured.predicted, matured.observed, matured.debtors);
        return new ClusteredLine(shift, error(matured, margins, shift), line.slope(), line.slopeError());
    }

    /** Newton steps on the shift alone; NaN when all outcomes are equal. */
    private static double shift(double[] margins, double[] observed) {
        double shift = 0;
        for (int step = 0; step < MAX_STEPS; step++) {
            double score = 0;
            double information = 0;
            for (int row = 0; row < margins.length; row++) {
                double p = sigmoid(margins[row] + shift);
                score += observed[row] - p;
                information += p * (1 - p);
            }
            double move = Math.max(-1, Math.min(1, score / information));
            shift += move;
            if (Math.abs(move) < SMALLEST) {
                return shift;
            }
        }
        return Double.NaN;
    }

    private static double error(Matured matured, double[] margins, double shift) {
        double[] scores = new double[margins.length];
        double information = 0;
        for (int row = 0; row < margins.length; row++) {
            double p = sigmoid(margins[row] + shift);
            scores[matured.debtors[row]] += matured.observed[row] - p;
            information += p * (1 - p);
        }
        double squares = 0;
        for (double score : scores) {
            squares += score * score;
        }
        return Math.sqrt(squares) / information;
    }

    private static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }
}
