package io.arrears.model.training.monitoring;

/**
 * Matured outcomes of one slice beside their predictions.
 *
 * @param predicted mean probability
 * @param observed share that happened
 * @param auc of these rows; NaN when all outcomes are equal
 * @param ece expected calibration error over 15 bins of equal mass
 * @param alarm whether what was observed is outside the band
 */
public record OutcomeRow(
        String slice, int rows, double predicted, double observed, Band band, double auc, double ece, boolean alarm) {
    /**
     * Where the observed share was to be expected.
     *
     * @param z by how many standard errors it missed the prediction
     */
    public record Band(double low, double high, double z) {}
}
