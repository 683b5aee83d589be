package io.arrears.model.scoring;

import java.util.Arrays;

/**
 * The unique features on the way to a node, with the share of orderings ("permutation weights") of each subset size:
 * EXTEND, UNWIND and the leaf sum of TreeSHAP.
 */
final class ShapPath {
    private int length;
    private int[] features;
    /** Share of training rows that flow on when the feature is unknown. */
    private double[] zeros;
    /** 1 when the row itself flows on, else 0. */
    private double[] ones;

    private double[] weights;

    ShapPath() {
        this(0, new int[8], new double[8], new double[8], new double[8]);
    }

    private ShapPath(int length, int[] features, double[] zeros, double[] ones, double[] weights) {
        this.length = length;
        this.features = features;
        this.zeros = zeros;
        this.ones = ones;
        this.weights = weights;
    }

    /** A copy with one more feature. */
    ShapPath extended(double zero, double one, int feature) {
        int size = Math.max(length + 2, 8);
        ShapPath next = new ShapPath(
                length + 1,
                Arrays.copyOf(features, size),
                Arrays.copyOf(zeros, size),
                Arrays.copyOf(ones, size),
                Arrays.copyOf(weights, size));
        next.features[length] = feature;
        next.zeros[length] = zero;
        next.ones[length] = one;
        double[] w = next.weights;
        w[length] = length == 0 ? 1 : 0;
        for (int i = length - 1; i >= 0; i--) {
            w[i + 1] += one * w[i] * (i + 1) / (length + 1);
            w[i] = zero * w[i] * (length - i) / (length + 1);
        }
        return next;
    }

    int find(int feature) {
        for (int i = 1; i < length; i++) {
            if (features[i] == feature) {
                return i;
            }
        }
        return -1;
    }

    double zero(int at) {
        return zeros[at];
    }

    double one(int at) {
        return ones[at];
    }

    /** Undoes the extension at {@code at}. */
    void unwind(int at) {
        int last = length - 1;
        double one = ones[at];
        double zero = zeros[at];
        double next = weights[last];
        for (int i = last - 1; i >= 0; i--) {
            if (one != 0) {
                double old = weights[i];
                weights[i] = next * length / ((i + 1) * one);
                next = old - weights[i] * zero * (last - i) / length;
            } else {
                weights[i] = weights[i] * length / (zero * (last - i));
            }
        }
        for (int i = at; i < last; i++) {
            features[i] = features[i + 1];
            zeros[i] = zeros[i + 1];
            ones[i] = ones[i + 1];
        }
        length = last;
    }

    /** Adds what a leaf gives each feature on the path. */
    void addTo(double[] phi, double leafValue) {
        for (int i = 1; i < length; i++) {
            phi[features[i]] += unwoundSum(i) * (ones[i] - zeros[i]) * leafValue;
        }
    }

    private double unwoundSum(int at) {
        int last = length - 1;
        double one = ones[at];
        double zero = zeros[at];
        double next = weights[last];
        double total = 0;
        for (int i = last - 1; i >= 0; i--) {
            if (one != 0) {
                double weight = next * length / ((i + 1) * one);
                total += weight;
                next = weights[i] - weight * zero * (last - i) / length;
            } else if (zero != 0) {
                total += weights[i] * length / (zero * (last - i));
            }
        }
        return total;
    }
}
