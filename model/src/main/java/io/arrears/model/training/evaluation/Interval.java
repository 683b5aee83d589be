package io.arrears.model.training.evaluation;

/** A figure with its 95 % interval; the ends are NaN when there is none. */
public record Interval(double value, double low, double high) {
    static final double Z95 = 1.959963984540054;

    /** A value with a normal error. */
    public static Interval normal(double value, double standardError) {
        return normal(value, standardError, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    static Interval point(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    static Interval normal(double value, double standardError, double min, double max) {
        return new Interval(
                value, Math.max(min, value - Z95 * standardError), Math.min(max, value + Z95 * standardError));
    }
}
