package io.arrears.model.training.monitoring;

import java.util.Arrays;

/**
 * Predictions whose outcomes are known: probabilities, 0 or 1, and whose they are, in arrays nobody writes to any more.
 * Rows of one debtor are not independent of each other.
 */
public final class Matured {
    final double[] predicted;
    final double[] observed;
    /** Small numbers from 0 on; rows with the same belong to one debtor. */
    final int[] debtors;

    /** Every row another debtor's. */
    public Matured(double[] predicted, double[] observed) {
        this(predicted, observed, ascending(predicted.length));
    }

    /**
     * @param debtors numbers from 0 on, each below the number of rows
     * @throws IllegalArgumentException when lengths differ, or a prediction is no probability
     */
    public Matured(double[] predicted, double[] observed, int[] debtors) {
        if (predicted.length != observed.length || predicted.length != debtors.length) {
            throw new IllegalArgumentException("%d predictions, %d outcomes and %d debtors: give one of each per row"
                    .formatted(predicted.length, observed.length, debtors.length));
        }
        for (double prediction : predicted) {
            if (!(prediction >= 0 && prediction <= 1)) {
                throw new IllegalArgumentException("prediction %s is no probability".formatted(prediction));
            }
        }
        this.predicted = predicted;
        this.observed = observed;
        this.debtors = debtors;
    }

    public int rows() {
        return predicted.length;
    }

    double meanPredicted() {
        return Arrays.stream(predicted).average().orElse(Double.NaN);
    }

    double meanObserved() {
        return Arrays.stream(observed).average().orElse(Double.NaN);
    }

    /** The weight p (1 - p) of a row: how much its outcome says about a shift of its log-odds. */
    double weight(int row) {
        double p = predicted[row];
        return Math.max(1e-6, p * (1 - p));
    }

    /** What a row's outcome was beyond its prediction. */
    double residual(int row) {
        return observed[row] - predicted[row];
    }

    private static int[] ascending(int rows) {
        int[] numbers = new int[rows];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
