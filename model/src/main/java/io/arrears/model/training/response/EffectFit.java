package io.arrears.model.training.response;

import io.arrears.model.decision.Cholesky;
import io.arrears.model.decision.ResponseTerms;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the most probable coefficients of the response, given the rows and Gaussian priors, by Fisher scoring: the
 * probability of paying is {@code (1 - dose) alone + dose reached}, which is no logistic regression, but its expected
 * information is as easily had, and is never negative.
 *
 * <p>Coefficient 0 is the intercept, 1 the slope on the base log-odds, the rest are effects and selections.
 */
final class EffectFit {
    private static final int MOST_STEPS = 30;
    private static final double ENOUGH = 1e-8;

    private final List<EffectRow> rows;
    private final double[] means;
    private final double[] precisions;
    private double[] coefficients;
    private double[][] information;

    EffectFit(List<EffectRow> rows, double[] means, double[] deviations) {
        this.rows = rows;
        this.means = means;
        this.precisions = new double[deviations.length];
        for (int i = 0; i < deviations.length; i++) {
            precisions[i] = 1 / (deviations[i] * deviations[i]);
        }
        this.coefficients = means.clone();
        this.information = new double[0][];
    }

    EffectFit run() {
        double value = penalised(coefficients);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = Cholesky.solve(information(), gradient());
            double before = value;
            for (double size = 1; size > 1e-4; size /= 2) {
                double[] trial = coefficients.clone();
                for (int i = 0; i < trial.length; i++) {
                    trial[i] += size * direction[i];
                }
                double there = penalised(trial);
                if (there > value) {
                    value = there;
                    coefficients = trial;
                    break;
                }
            }
            if (value - before < ENOUGH * (1 + Math.abs(value))) {
                break;
            }
        }
        information = information();
        return this;
    }

    double[] coefficients() {
        return coefficients;
    }

    /** The inverse of the information: how uncertain the coefficients are together. */
    double[][] covariance() {
        return Cholesky.invert(information);
    }

    /**
     * The probability of a payment before it is known who is reached.
     *
     * @param row with the chance of reaching as dose, and as surprise what it would be once reached
     */
    static double expected(EffectRow row, double[] coefficients) {
        double logOdds = coefficients[0] + coefficients[1] * row.base();
        double ofReached = logOdds + (row.selection() < 0 ? 0 : at(coefficients, row.selection()) * row.surprise());
        double effect = 0;
        for (int i = 0; i < row.terms().length; i++) {
            effect += at(coefficients, row.terms()[i]) * row.values()[i];
        }
        double gain = ResponseTerms.logistic(ofReached + effect) - ResponseTerms.logistic(ofReached);
        double p = ResponseTerms.logistic(logOdds) + row.dose() * gain;
        return Math.max(1e-6, Math.min(1 - 1e-6, p));
    }

    /** A term that no fitted row had has no effect. */
    private static double at(double[] coefficients, int index) {
        return index < coefficients.length ? coefficients[index] : 0;
    }

    /** Log-likelihood of rows, weighted. */
    static double likelihood(List<EffectRow> rows, double[] coefficients) {
        double sum = 0;
        for (EffectRow row : rows) {
            double p = Point.of(row, coefficients).probability();
            sum += row.weight() * StrictMath.log(row.paid() ? p : 1 - p);
        }
        return sum;
    }

    private double penalised(double[] at) {
        double sum = likelihood(rows, at);
        for (int i = 0; i < at.length; i++) {
            sum -= precisions[i] * (at[i] - means[i]) * (at[i] - means[i]) / 2;
        }
        return sum;
    }

    /**
     * The model at one row.
     *
     * @param byBase derivative of the probability by the log-odds of paying alone
     * @param byEffect derivative by the effect
     */
    private record Point(double probability, double byBase, double byEffect) {
        static Point of(EffectRow row, double[] coefficients) {
            double effect = 0;
            for (int i = 0; i < row.terms().length; i++) {
                effect += coefficients[row.terms()[i]] * row.values()[i];
            }
            double logOdds = coefficients[0] + coefficients[1] * row.base();
            logOdds += row.selection() < 0 ? 0 : coefficients[row.selection()] * row.surprise();
            double alone = ResponseTerms.logistic(logOdds);
            double reached = ResponseTerms.logistic(logOdds + effect);
            double p = alone + row.dose() * (reached - alone);
            double steep = row.dose() * reached * (1 - reached);
            return new Point(
                    Math.max(1e-9, Math.min(1 - 1e-9, p)), (1 - row.dose()) * alone * (1 - alone) + steep, steep);
        }

        double variance() {
            return probability * (1 - probability);
        }
    }

    private double[] gradient() {
        double[] gradient = new double[coefficients.length];
        for (EffectRow row : rows) {
            Point point = Point.of(row, coefficients);
            double error = row.weight() * ((row.paid() ? 1 : 0) - point.probability) / point.variance();
            gradient[0] += error * point.byBase;
            gradient[1] += error * point.byBase * row.base();
            if (row.selection() >= 0) {
                gradient[row.selection()] += error * point.byBase * row.surprise();
            }
            for (int i = 0; i < row.terms().length; i++) {
                gradient[row.terms()[i]] += error * point.byEffect * row.values()[i];
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] -= precisions[i] * (coefficients[i] - means[i]);
        }
        return gradient;
    }

    private double[][] information() {
        int n = coefficients.length;
        double[][] sum = new double[n][n];
        for (EffectRow row : rows) {
            add(sum, row, Point.of(row, coefficients));
        }
        for (int i = 0; i < n; i++) {
            sum[i][i] += precisions[i];
            for (int j = 0; j < i; j++) {
                sum[i][j] += sum[j][i];
                sum[j][i] = sum[i][j];
            }
        }
        return sum;
    }

    /** Adds a row's outer product, the halves in any order: {@link #information} folds them together. */
    private static void add(double[][] sum, EffectRow row, Point point) {
        int count = row.terms().length + 2 + (row.selection() < 0 ? 0 : 1);
        int[] at = Arrays.copyOf(row.terms(), count);
        double[] by = Arrays.copyOf(row.values(), count);
        for (int i = 0; i < row.terms().length; i++) {
            by[i] *= point.byEffect;
        }
        at[count - 1] = 0;
        by[count - 1] = point.byBase;
        at[count - 2] = 1;
        by[count - 2] = point.byBase * row.base();
        if (row.selection() >= 0) {
            at[count - 3] = row.selection();
            by[count - 3] = point.byBase * row.surprise();
        }
        double weight = row.weight() / point.variance();
        for (int i = 0; i < count; i++) {
            double[] line = sum[at[i]];
            double weighted = weight * by[i];
            line[at[i]] += weighted * by[i];
            for (int j = 0; j < i; j++) {
                line[at[j]] += weighted * by[j];
            }
        }
    }
}
