package io.arrears.model.training.evaluation;

/**
 * The logistic regression of the outcome on the predicted log-odds (Cox 1958): slope 1 and intercept 0 when calibrated;
 * a slope under 1 means predictions are too extreme. NaN when the rows do not determine it.
 */
record CalibrationLine(double slope, double intercept) {
    static CalibrationLine of(Ranked r) {
        double[] margins = new double[r.size];
        for (int i = 0; i < r.size; i++) {
            double p = Math.min(1 - 1e-9, Math.max(1e-9, r.predictions[i]));
            margins[i] = Math.log(p / (1 - p));
        }
        return LogitFit.fit(new double[][] {margins}, r.labels)
                .map(beta -> new CalibrationLine(beta[0], beta[1]))
                .orElse(new CalibrationLine(Double.NaN, Double.NaN));
    }
}
