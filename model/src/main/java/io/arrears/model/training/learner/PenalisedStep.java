package io.arrears.model.training.learner;

import io.arrears.model.training.learner.ScorecardLearner.Penalty;

/**
 * The Newton step of one feature's points: bins of values in a row, each drawn to its neighbours and to 0, then the bin
 * of missing values, drawn to 0 alone. A tridiagonal system, solved by elimination.
 */
final class PenalisedStep {
    private PenalisedStep() {}

    /**
     * @param gradient of the log-likelihood, per bin
     * @param information its negated curvature, per bin
     */
    static double[] solve(double[] points, double[] gradient, double[] information, Penalty penalty) {
        int missing = points.length - 1;
        double[] diagonal = new double[points.length];
        double[] right = new double[points.length];
        for (int b = 0; b <= missing; b++) {
            diagonal[b] = information[b] + penalty.shrinkage();
            right[b] = gradient[b] - penalty.shrinkage() * points[b];
        }
        double s = penalty.smoothing();
        for (int b = 0; b + 1 < missing; b++) {
            diagonal[b] += s;
            diagonal[b + 1] += s;
            right[b] -= s * (points[b] - points[b + 1]);
            right[b + 1] -= s * (points[b + 1] - points[b]);
        }
        for (int b = 1; b < missing; b++) {
            double factor = s / diagonal[b - 1];
            diagonal[b] -= factor * s;
            right[b] += factor * right[b - 1];
        }
        double[] step = new double[points.length];
        step[missing] = right[missing] / diagonal[missing];
        for (int b = missing - 1; b >= 0; b--) {
            double next = b + 1 < missing ? s * step[b + 1] : 0;
            step[b] = (right[b] + next) / diagonal[b];
        }
        return step;
    }
}
