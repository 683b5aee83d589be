package io.arrears.model.decision;

/**
 * A feature by which the response differs between accounts, on a scale of its own.
 *
 * @param feature its name in the feature schema
 * @param centre what counts as 0, on the logarithmic scale of {@link #raw}
 * @param spread what counts as 1 above it
 */
public record Trait(String feature, double centre, double spread) {
    private static final double FARTHEST = 3;

    /** The feature before centring: by its logarithm, sign kept, so that amounts, days and shares can stand together. */
    public static double raw(double value) {
        return Math.signum(value) * StrictMath.log1p(Math.abs(value));
    }

    /** On its scale, within 3 spreads; 0 where the feature is missing. */
    public double scaled(double value) {
        return Double.isNaN(value) ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (raw(value) - centre) / spread));
    }
}
