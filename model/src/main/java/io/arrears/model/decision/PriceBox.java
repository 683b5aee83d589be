package io.arrears.model.decision;

import java.io.Serializable;
import java.util.Arrays;

/** Between which prices the search moves: one interval per capacity. */
@SuppressWarnings("ArrayRecordComponent")
public record PriceBox(double[] low, double[] high) implements Serializable {
    /**
     * As wide as prices can ever be: nobody pays more per unit than the most there is to gain, and a price is below zero
     * only for a minimum.
     *
     * @param span the most by which an arm is worth more or less than leaving alone
     */
    static PriceBox widest(AllocationTerms terms, double span) {
        int n = terms.capacities();
        double[] least = new double[n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int row = 0; row < terms.rows(); row++) {
            for (int k : terms.counted(row)) {
                least[k] = Math.min(least[k], terms.uses(row)[k]);
            }
        }
        double[] low = new double[n];
        double[] high = new double[n];
        for (int k = 0; k < n; k++) {
            double most = least[k] == Double.POSITIVE_INFINITY ? 0 : 2 * span / least[k];
            high[k] = terms.limits().most()[k] == Double.POSITIVE_INFINITY ? 0 : most;
            low[k] = terms.limits().least()[k] > 0 ? -most : 0;
        }
        return new PriceBox(low, high);
    }

    /** These prices and no others. */
    static PriceBox at(double[] prices) {
        return new PriceBox(prices, prices);
    }

    /** The part of this box within {@code spread} of {@code prices}. */
    PriceBox around(double[] prices, double[] spread) {
        double[] lower = low.clone();
        double[] upper = high.clone();
        for (int k = 0; k < lower.length; k++) {
            lower[k] = Math.max(low[k], prices[k] - spread[k]);
            upper[k] = Math.min(high[k], prices[k] + spread[k]);
        }
        return new PriceBox(lower, upper);
    }

    double[] middle() {
        double[] middle = low.clone();
        for (int k = 0; k < middle.length; k++) {
            middle[k] = (low[k] + high[k]) / 2;
        }
        return middle;
    }

    /** For each row and each other of its group: by how much their charges can differ more than in the middle. */
    double[] sways(AllocationTerms terms) {
        int arms = terms.arms();
        double[] sways = new double[terms.rows() * arms];
        for (int row = 0; row < terms.rows(); row++) {
            int first = row - row % arms;
            for (int j = 0; j < arms; j++) {
                double sway = 0;
                for (int k = 0; k < low.length; k++) {
                    double apart = Math.abs(terms.uses(row)[k] - terms.uses(first + j)[k]);
                    sway += apart * (high[k] - low[k]) / 2;
                }
                sways[row * arms + j] = first + j == row ? Double.NEGATIVE_INFINITY : sway * (1 + 1e-12);
            }
        }
        return sways;
    }
}
