package io.arrears.model.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shares s of training rows that splits above on the same feature let through, 1 where there are none, and what they
 * mean at each point t of the integral, with {@code f = t + (1 - t) s}.
 */
final class ShapFactors {
    private final double[][] pulls;
    private final double[][] gains;

    private ShapFactors(int shares, int points) {
        this.pulls = new double[points][shares];
        this.gains = new double[points][shares];
    }

    /** Numbers the shares as they are met. */
    static final class Shares {
        private final Map<Double, Integer> indexes = new LinkedHashMap<>();

        int indexOf(double share) {
            return indexes.computeIfAbsent(share, s -> indexes.size());
        }

        ShapFactors at(Quadrature quadrature) {
            int points = quadrature.points().length;
            ShapFactors factors = new ShapFactors(indexes.size(), points);
            indexes.forEach((share, index) -> {
                for (int point = 0; point < points; point++) {
                    double t = quadrature.points()[point];
                    double f = t + (1 - t) * share;
                    factors.pulls[point][index] = t / f;
                    factors.gains[point][index] = quadrature.weights()[point] * share / (f * f);
                }
            });
            return factors;
        }
    }

    int points() {
        return pulls.length;
    }

    /** Per share {@code t / f}. */
    double[] pulls(int point) {
        return pulls[point];
    }

    /** Per share the point's weight times {@code s / f²}. */
    double[] gains(int point) {
        return gains[point];
    }
}
