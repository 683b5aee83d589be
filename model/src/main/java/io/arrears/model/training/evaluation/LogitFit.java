package io.arrears.model.training.evaluation;

import java.util.Arrays;
import java.util.Optional;

/** Logistic regression on a handful of columns by Newton steps, for calibration. */
public final class LogitFit {
    private static final int MAX_STEPS = 60;
    private static final double LONGEST_STEP = 5;
    private static final double ENOUGH = 1e-9;

    private LogitFit() {}

    /**
     * Maximum likelihood, every row counting the same.
     *
     * @see #fit(double[][], double[], double[])
     */
    public static Optional<double[]> fit(double[][] columns, double[] labels) {
        double[] ones = new double[labels.length];
        Arrays.fill(ones, 1);
        return fit(columns, labels, ones);
    }

    /**
     * Maximum likelihood.
     *
     * @param columns one array per column
     * @param labels 0 or 1
     * @param weights how much each row counts
     * @return one coefficient per column, then the intercept; empty when the data do not determine them
     */
    public static Optional<double[]> fit(double[][] columns, double[] labels, double[] weights) {
        double[] beta = new double[columns.length + 1];
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] move = newtonStep(columns, labels, weights, beta);
            double longest = 0;
            for (double part : move) {
                longest = Math.max(longest, Math.abs(part));
            }
            if (!Double.isFinite(longest)) {
                return Optional.empty();
            }
            double scale = Math.min(1, LONGEST_STEP / Math.max(longest, ENOUGH));
            for (int i = 0; i < beta.length; i++) {
                beta[i] += scale * move[i];
            }
            if (longest < ENOUGH) {
                return Optional.of(beta);
            }
        }
        return Optional.empty();
    }

    private static double[] newtonStep(double[][] columns, double[] labels, double[] weights, double[] beta) {
        int k = beta.length;
        double[][] system = new double[k][k + 1];
        double[] x = new double[k];
        for (int i = 0; i < labels.length; i++) {
            double margin = 0;
            for (int a = 0; a < k; a++) {
                x[a] = a < columns.length ? columns[a][i] : 1;
                margin += beta[a] * x[a];
            }
            double p = 1 / (1 + Math.exp(-margin));
            for (int a = 0; a < k; a++) {
                system[a][k] += weights[i] * (labels[i] - p) * x[a];
                for (int b = 0; b < k; b++) {
                    system[a][b] += weights[i] * p * (1 - p) * x[a] * x[b];
                }
            }
        }
        return solve(system);
    }

    /** Gaussian elimination with pivoting; answers NaN when the system is singular. */
    private static double[] solve(double[][] system) {
        int k = system.length;
        for (int column = 0; column < k; column++) {
            int pivot = column;
            for (int row = column + 1; row < k; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            double[] swap = system[column];
            system[column] = system[pivot];
            system[pivot] = swap;
            double head = Math.abs(system[column][column]) < 1e-10 ? Double.NaN : system[column][column];
            for (int row = 0; row < k; row++) {
                double factor = row == column ? 0 : system[row][column] / head;
                for (int c = column; c <= k && factor != 0; c++) {
                    system[row][c] -= factor * system[column][c];
                }
            }
        }
        double[] solution = new double[k];
        for (int i = 0; i < k; i++) {
            solution[i] = system[i][k] / system[i][i];
        }
        return solution;
    }
}
