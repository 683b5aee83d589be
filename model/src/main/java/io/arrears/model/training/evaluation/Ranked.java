package io.arrears.model.training.evaluation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Predictions and outcomes sorted by prediction, rising, with a weight per row (1, or how often a bootstrap drew it).
 * Rows with equal predictions form a tie group and are never told apart.
 */
final class Ranked {
    final int size;
    final double[] predictions;
    final double[] labels;
    /** Of each row the end, exclusive, of its tie group. */
    final int[] groupEnds;
    /** Whose each row is, numbers from 0 on; rows of one account are drawn together. */
    final int[] accounts;

    private Ranked(int size) {
        this.size = size;
        this.accounts = new int[size];
        this.predictions = new double[size];
        this.labels = new double[size];
        this.groupEnds = new int[size];
    }

    /** Every row another account's. */
    static Ranked of(double[] predictions, double[] labels) {
        return of(predictions, labels, Accounts.apart(predictions.length));
    }

    static Ranked of(double[] predictions, double[] labels, int[] accounts) {
        if (predictions.length != labels.length || predictions.length == 0) {
            throw new IllegalArgumentException(
                    "%d predictions and %d labels: give one label per prediction, at least one"
                            .formatted(predictions.length, labels.length));
        }
        Integer[] order = new Integer[predictions.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> predictions[i]));
        Ranked ranked = new Ranked(predictions.length);
        for (int i = 0; i < ranked.size; i++) {
            ranked.predictions[i] = checked(predictions[order[i]]);
            ranked.labels[i] = labels[order[i]];
            ranked.accounts[i] = accounts[order[i]];
        }
        ranked.group();
        return ranked;
    }

    private static double checked(double prediction) {
        if (!(prediction >= 0 && prediction <= 1)) {
            throw new IllegalArgumentException("prediction %s is no probability".formatted(prediction));
        }
        return prediction;
    }

    private void group() {
        int end = size;
        for (int i = size - 1; i >= 0; i--) {
            if (i + 1 < size && predictions[i] != predictions[i + 1]) {
                end = i + 1;
            }
            groupEnds[i] = end;
        }
    }

    double[] unitWeights() {
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        return weights;
    }
}
