package io.arrears.model.training.monitoring;

import io.arrears.model.training.evaluation.LogitFit;

/**
 * The logistic regression of outcomes on predicted log-odds (Cox 1958), its standard errors by the sandwich over debtors
 * (Liang and Zeger 1986). NaN where the rows do not determine it.
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
        double shiftError = errors(matured, margins, shift, 1)[0];
        return LogitFit.fit(new double[][] {margins}, matured.observed)
                .map(line ->
                        new ClusteredLine(shift, shiftError, line[0], errors(matured, margins, line[1], line[0])[1]))
                .orElse(new ClusteredLine(shift, shiftError, Double.NaN, Double.NaN));
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

    /** Of the shift alone, and of the slope beside a free intercept. */
    private static double[] errors(Matured matured, double[] margins, double intercept, double slope) {
        int rows = margins.length;
        double[] scores = new double[rows];
        double[] tilted = new double[rows];
        double w = 0;
        double wx = 0;
        double wxx = 0;
        for (int row = 0; row < rows; row++) {
            double p = sigmoid(intercept + slope * margins[row]);
            int debtor = matured.debtors[row];
            scores[debtor] += matured.observed[row] - p;
            tilted[debtor] += (matured.observed[row] - p) * margins[row];
            w += p * (1 - p);
            wx += p * (1 - p) * margins[row];
            wxx += p * (1 - p) * margins[row] * margins[row];
        }
        double level = 0;
        double tilt = 0;
        for (int debtor = 0; debtor < rows; debtor++) {
            level += scores[debtor] * scores[debtor];
            double part = tilted[debtor] - wx / w * scores[debtor];
            tilt += part * part;
        }
        return new double[] {Math.sqrt(level) / w, Math.sqrt(tilt) / (wxx - wx * wx / w)};
    }

    private static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }
}
