package io.arrears.model.training.monitoring;

/**
 * Student's distribution by way of the normal (Wallace 1959): within 2 % of the exact quantile from 4 degrees of freedom
 * on, on the cautious side.
 */
final class StudentT {
    private StudentT() {}

    /** @param p within (0, 1) */
    static double quantile(double p, double degrees) {
        double z = NormalQuantile.of(p) * stretch(degrees);
        return Math.copySign(Math.sqrt(degrees * Math.expm1(z * z / degrees)), z);
    }

    /** The standard normal value that is exceeded as often as {@code t} is. */
    static double asNormal(double t, double degrees) {
        return Math.copySign(Math.sqrt(degrees * Math.log1p(t * t / degrees)) / stretch(degrees), t);
    }

    private static double stretch(double degrees) {
        return (8 * degrees + 3) / (8 * degrees + 1);
    }
}
