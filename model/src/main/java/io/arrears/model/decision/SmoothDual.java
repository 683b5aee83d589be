package io.arrears.model.decision;

/**
 * The dual smoothed by a temperature, at some prices: its value, gradient and curvature. Not thread-safe.
 *
 * <p>{@code value = sum_i T log sum_j exp((merit_ij - charge_j) / T) + prices · limits}
 */
final class SmoothDual {
    private final double[] gradient;
    private final double[][] curvature;
    private double value;

    private SmoothDual(int capacities) {
        this.gradient = new double[capacities];
        this.curvature = new double[capacities][capacities];
    }

    static SmoothDual at(AllocationProblem problem, double[] prices, double temperature) {
        SmoothDual dual = new SmoothDual(problem.capacities());
        double[] charges = problem.charges(prices);
        double[] weights = new double[problem.arms()];
        double[] mean = new double[problem.capacities()];
        for (double[] merit : problem.merits()) {
            dual.add(merit, problem.uses(), new Row(charges, weights, mean, temperature));
        }
        for (int k = 0; k < prices.length; k++) {
            dual.value += prices[k] * problem.limits()[k];
            dual.gradient[k] += problem.limits()[k];
        }
        return dual;
    }

    /** Buffers of one account's pass. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(double[] charges, double[] weights, double[] mean, double temperature) {}

    private void add(double[] merit, double[][] uses, Row row) {
        double top = merit[0];
        for (int j = 1; j < merit.length; j++) {
            double lead = merit[j] - row.charges[j];
            top = lead > top ? lead : top;
        }
        double sum = 0;
        for (int j = 0; j < merit.length; j++) {
            double depth = (merit[j] - row.charges[j] - top) / row.temperature;
            row.weights[j] = depth > -40 ? StrictMath.exp(depth) : 0;
            sum += row.weights[j];
        }
        value += top + row.temperature * StrictMath.log(sum);
        addUses(uses, row, sum);
    }

    private void addUses(double[][] uses, Row row, double sum) {
        int n = gradient.length;
        java.util.Arrays.fill(row.mean, 0);
        for (int j = 1; j < row.weights.length; j++) {
            double weight = row.weights[j] / sum;
            if (weight < 1e-12) {
                continue;
            }
            for (int k = 0; k < n; k++) {
                double use = weight * uses[j][k];
                row.mean[k] += use;
                for (int l = 0; l <= k; l++) {
                    curvature[k][l] += use * uses[j][l] / row.temperature;
                }
            }
        }
        for (int k = 0; k < n; k++) {
            gradient[k] -= row.mean[k];
            for (int l = 0; l <= k; l++) {
                curvature[k][l] -= row.mean[k] * row.mean[l] / row.temperature;
            }
        }
    }

    double value() {
        return value;
    }

    /** The largest slope by which the value could still fall, prices and uses measured in {@code scales}. */
    double slope(double[] prices, double[] scales) {
        double largest = 0;
        for (int k = 0; k < prices.length; k++) {
            if (prices[k] > 0 || gradient[k] < 0) {
                largest = Math.max(largest, Math.abs(gradient[k]) / scales[k]);
            }
        }
        return largest;
    }

    /** A damped Newton step that stays at or above zero: prices at zero that want to fall are held there. */
    double[] newton(double[] prices, double[] scales, double damping) {
        int n = prices.length;
        double[][] matrix = new double[n][n];
        double[] right = new double[n];
        double trace = 0;
        for (int k = 0; k < n; k++) {
            trace += curvature[k][k] / (scales[k] * scales[k]);
        }
        for (int k = 0; k < n; k++) {
            boolean held = prices[k] <= 0 && gradient[k] >= 0;
            for (int l = 0; l < k && !held; l++) {
                boolean otherHeld = prices[l] <= 0 && gradient[l] >= 0;
                matrix[k][l] = otherHeld ? 0 : curvature[k][l] / (scales[k] * scales[l]);
                matrix[l][k] = matrix[k][l];
            }
            double own = curvature[k][k] / (scales[k] * scales[k]);
            matrix[k][k] = held ? 1 : own * (1 + damping) + damping * (trace / n + 1e-9) + 1e-12;
            right[k] = held ? 0 : -gradient[k] / scales[k];
        }
        double[] step = Cholesky.solve(matrix, right);
        double[] next = new double[n];
        for (int k = 0; k < n; k++) {
            next[k] = Math.max(0, prices[k] + step[k] / scales[k]);
        }
        return next;
    }
}
