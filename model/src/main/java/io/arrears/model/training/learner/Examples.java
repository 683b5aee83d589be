package io.arrears.model.training.learner;

import java.util.Arrays;

/**
 * What is learned from: features, labels and how much each row counts.
 *
 * @param weights positive, their mean about 1
 */
public record Examples(Matrix rows, double[] labels, double[] weights) {
    public Examples {
        if (labels.length != rows.rows() || weights.length != rows.rows()) {
            throw new IllegalArgumentException("%d rows have %d labels and %d weights: give each row one of both"
                    .formatted(rows.rows(), labels.length, weights.length));
        }
    }

    /** Every row counts the same. */
    public static Examples of(Matrix rows, double[] labels) {
        double[] ones = new double[labels.length];
        Arrays.fill(ones, 1);
        return new Examples(rows, labels, ones);
    }

    public int size() {
        return labels.length;
    }

    /** The rows at the given positions. */
    public Examples take(int[] at) {
        return new Examples(rows.take(at), Matrix.take(labels, at), Matrix.take(weights, at));
    }

    /** The weighted mean of the labels. */
    public double mean() {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += weights[i] * labels[i];
            weight += weights[i];
        }
        return sum / weight;
    }
}
