package io.arrears.model.decision;

import java.util.Arrays;

/**
 * The dual over a boundary smoothed by a temperature, at some prices: its value, gradient and curvature. Not thread-safe.
 *
 * <p>{@code value = sum_i T log sum_j exp((merit_ij - charge_j) / T) - charges of the settled + worth of the limits};
 * what the settled are worth is left out.
 */
final class SmoothDual {
    private static final double LEAST_DEPTH = -36;

    private final AllocationTerms terms;
    private final double[] prices;
    /** What is taken at the prices. */
    private final double[] used;

    private final double[][] curvature;
    private double value;

    private SmoothDual(AllocationTerms terms, double[] prices) {
        this.terms = terms;
        this.prices = prices;
        this.used = new double[prices.length];
        this.curvature = new double[prices.length][prices.length];
    }

    static SmoothDual at(Boundary boundary, double[] prices, double temperature) {
        AllocationTerms terms = boundary.terms();
        SmoothDual dual = new SmoothDual(terms, prices);
        double[] settledUse = terms.used(boundary.settled().chosen());
        dual.value = terms.limits().worth(prices);
        for (int k = 0; k < prices.length; k++) {
            dual.value -= prices[k] * settledUse[k];
            dual.used[k] = settledUse[k];
        }
        double[] charges = terms.charges(prices);
        double[] weights = new double[terms.arms()];
        double[] mean = new double[prices.length];
        for (int a = 0; a < boundary.size(); a++) {
            dual.add(boundary, a, new Pass(charges, weights, mean, temperature));
        }
        return dual;
    }

    /** Buffers of one account's pass. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Pass(double[] charges, double[] weights, double[] mean, double temperature) {}

    private void add(Boundary boundary, int contested, Pass pass) {
        int start = boundary.starts()[contested];
        int end = boundary.starts()[contested + 1];
        int best = boundary.best(contested, pass.charges);
        double top = boundary.merits()[best] - pass.charges[boundary.rows()[best]];
        double sum = 0;
        for (int c = start; c < end; c++) {
            double depth = (boundary.merits()[c] - pass.charges[boundary.rows()[c]] - top) / pass.temperature;
            double weight = depth > LEAST_DEPTH ? Exponential.of(depth) : 0;
            pass.weights[c - start] = weight;
            sum += weight;
        }
        value += top;
        if (sum <= 1 + 1e-13) {
            for (int k : terms.counted(boundary.rows()[best])) {
                used[k] += terms.uses(boundary.rows()[best])[k];
            }
            return;
        }
        value += pass.temperature * StrictMath.log(sum);
        for (int c = start; c < end; c++) {
            pass.weights[c - start] /= sum;
        }
        addUses(boundary, start, end, pass);
    }

    private void addUses(Boundary boundary, int start, int end, Pass pass) {
        double[] mean = pass.mean;
        Arrays.fill(mean, 0);
        double sharpness = 1 / pass.temperature;
        for (int c = start; c < end; c++) {
            double weight = pass.weights[c - start];
            if (weight < 1e-12) {
                continue;
            }
            double[] uses = terms.uses(boundary.rows()[c]);
            int[] counted = terms.counted(boundary.rows()[c]);
            for (int n = 0; n < counted.length; n++) {
                double use = weight * uses[counted[n]];
                mean[counted[n]] += use;
                double[] line = curvature[counted[n]];
                for (int m = 0; m <= n; m++) {
                    line[counted[m]] += sharpness * use * uses[counted[m]];
                }
            }
        }
        for (int k = 0; k < mean.length; k++) {
            if (mean[k] != 0) {
                used[k] += mean[k];
                double[] line = curvature[k];
                double slope = sharpness * mean[k];
                for (int l = 0; l <= k; l++) {
                    line[l] -= slope * mean[l];
                }
            }
        }
    }

    double value() {
        return value;
    }

    /** What is taken at the prices. */
    double[] used() {
        return used;
    }

    /** The curvature, of which the lower triangle is filled. */
    double[][] curvature() {
        return curvature;
    }

    /** How the value changes with a price; where the price is zero, in the direction in which the value falls, else 0. */
    double gradient(int k) {
        double above = terms.limits().most()[k] - used[k];
        double below = terms.limits().least()[k] - used[k];
        if (prices[k] > 0 || (prices[k] == 0 && above < 0)) {
            return above;
        }
        if (prices[k] < 0 || below > 0) {
            return below;
        }
        return 0;
    }

    /** Whether the value would still fall outside the box, though not outside {@code widest}. */
    boolean isCutShort(PriceBox box, PriceBox widest) {
        for (int k = 0; k < prices.length; k++) {
            boolean up = gradient(k) < 0 && prices[k] >= box.high()[k] && box.high()[k] < widest.high()[k];
            boolean down = gradient(k) > 0 && prices[k] <= box.low()[k] && box.low()[k] > widest.low()[k];
            if (up || down) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeld(int k, PriceBox box) {
        double gradient = gradient(k);
        return gradient == 0
                || (gradient > 0 && prices[k] <= box.low()[k])
                || (gradient < 0 && prices[k] >= box.high()[k]);
    }

    /** The largest slope by which the value could still fall within the box, uses measured in {@code scales}. */
    double slope(PriceBox box, double[] scales) {
        double largest = 0;
        for (int k = 0; k < prices.length; k++) {
            if (!isHeld(k, box)) {
                largest = Math.max(largest, Math.abs(gradient(k)) / scales[k]);
            }
        }
        return largest;
    }

    /** A damped Newton step that stays in the box and doesn't cross zero: prices that want to leave are held. */
    double[] newton(PriceBox box, double[] scales, double damping) {
        int n = prices.length;
        double[][] matrix = new double[n][n];
        double[] right = new double[n];
        double trace = 0;
        for (int k = 0; k < n; k++) {
            trace += curvature[k][k] / (scales[k] * scales[k]);
        }
        for (int k = 0; k < n; k++) {
            boolean held = isHeld(k, box);
            for (int l = 0; l < k && !held; l++) {
                matrix[k][l] = isHeld(l, box) ? 0 : curvature[k][l] / (scales[k] * scales[l]);
                matrix[l][k] = matrix[k][l];
            }
            double own = curvature[k][k] / (scales[k] * scales[k]);
            matrix[k][k] = held ? 1 : own * (1 + damping) + damping * (trace / n + 1e-9) + 1e-12;
            right[k] = held ? 0 : -gradient(k) / scales[k];
        }
        double[] step = Cholesky.solve(matrix, right);
        double[] next = new double[n];
        for (int k = 0; k < n; k++) {
            double low = prices[k] > 0 ? Math.max(0, box.low()[k]) : box.low()[k];
            double high = prices[k] < 0 ? Math.min(0, box.high()[k]) : box.high()[k];
            next[k] = Math.min(Math.max(prices[k] + step[k] / scales[k], low), high);
        }
        return next;
    }
}
