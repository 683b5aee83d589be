package io.arrears.model.training;

import io.arrears.model.training.evaluation.Accounts;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.learner.Matrix;
import java.util.Arrays;

/**
 * The log loss of one model less that of another on the same rows, in nats per row, with its 95 % interval; rows of one
 * account move together. Below 0 the first is better.
 */
record PairedLoss(Interval difference, int rows) {
    static PairedLoss of(double[] first, double[] second, double[] labels, int[] accounts) {
        double[] sums = new double[Arrays.stream(accounts).max().orElse(-1) + 1];
        double[] counts = new double[sums.length];
        double total = 0;
        for (int i = 0; i < labels.length; i++) {
            double difference = loss(first[i], labels[i]) - loss(second[i], labels[i]);
            sums[accounts[i]] += difference;
            counts[accounts[i]]++;
            total += difference;
        }
        double mean = total / labels.length;
        double squares = 0;
        for (int account = 0; account < sums.length; account++) {
            double off = sums[account] - mean * counts[account];
            squares += off * off;
        }
        double error = Math.sqrt(squares * sums.length / Math.max(1, sums.length - 1)) / labels.length;
        return new PairedLoss(Interval.normal(mean, error), labels.length);
    }

    static PairedLoss of(double[] first, double[] second, double[] labels, int[] accounts, int[] at) {
        return of(take(first, at), take(second, at), take(labels, at), Accounts.take(accounts, at));
    }

    private static double[] take(double[] values, int[] at) {
        return Matrix.take(values, at);
    }

    private static double loss(double probability, double label) {
        return label > 0.5 ? -Math.log(probability) : -Math.log1p(-probability);
    }
}
