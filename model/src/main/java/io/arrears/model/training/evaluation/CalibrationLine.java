package io.arrears.model.training.evaluation;

/**
 * The logistic regression of the outcome on the predicted log-odds (Cox 1958): slope 1 and intercept 0 when calibrated;
 * a slope under 1 means predictions are too extreme. Standard errors by the sandwich over accounts (Liang and Zeger 1986). NaN
 * when the rows do not determine it.
 */
public record CalibrationLine(double slope, double slopeError, double intercept, double interceptError) {
    private static final double SMALLEST = 1e-9;

    /** @param accounts whose each row is, numbers from 0 on */
    public static CalibrationLine of(double[] predicted, double[] observed, int[] accounts) {
        double[] margins = new double[predicted.length];
        for (int i = 0; i < margins.length; i++) {
            double p = Math.min(1 - SMALLEST, Math.max(SMALLEST, predicted[i]));
            margins[i] = Math.log(p / (1 - p));
        }
        return LogitFit.fit(new double[][] {margins}, observed)
                .map(beta -> withErrors(margins, observed, accounts, beta))
                .orElse(new CalibrationLine(Double.NaN, Double.NaN, Double.NaN, Double.NaN));
    }

    private static CalibrationLine withErrors(double[] margins, double[] observed, int[] accounts, double[] beta) {
        double[] levels = new double[Accounts.count(accounts)];
        double[] tilts = new double[levels.length];
        double w = 0;
        double wx = 0;
        double wxx = 0;
        for (int i = 0; i < margins.length; i++) {
            double p = 1 / (1 + Math.exp(-beta[1] - beta[0] * margins[i]));
            levels[accounts[i]] += observed[i] - p;
            tilts[accounts[i]] += (observed[i] - p) * margins[i];
            w += p * (1 - p);
            wx += p * (1 - p) * margins[i];
            wxx += p * (1 - p) * margins[i] * margins[i];
        }
        double ofSlope = 0;
        double ofIntercept = 0;
        for (int account = 0; account < levels.length; account++) {
            ofSlope += square(tilts[account] - wx / w * levels[account]);
            ofIntercept += square(levels[account] - wx / wxx * tilts[account]);
        }
        return new CalibrationLine(
                beta[0],
                Math.sqrt(ofSlope) / (wxx - wx * wx / w),
                beta[1],
                Math.sqrt(ofIntercept) / (w - wx * wx / wxx));
    }

    private static double square(double value) {
        return value * value;
    }
}
