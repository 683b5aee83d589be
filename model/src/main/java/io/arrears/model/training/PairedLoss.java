package io.arrears.model.training;

import io.arrears.model.training.evaluation.AccountEstimate;
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
        double[] differences = new double[labels.length];
        Arrays.setAll(differences, i -> loss(first[i], labels[i]) - loss(second[i], labels[i]));
        AccountEstimate mean = AccountEstimate.mean(differences, accounts);
        return new PairedLoss(Interval.normal(mean.value(), mean.error()), labels.length);
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
