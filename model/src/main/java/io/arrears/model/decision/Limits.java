package io.arrears.model.decision;

import java.io.Serializable;

/**
 * What a plan must take of each capacity at least and may take at most.
 *
 * @param least 0 where nothing is demanded
 * @param most infinite where nothing is limited
 */
@SuppressWarnings("ArrayRecordComponent")
public record Limits(double[] least, double[] most) implements Serializable {
    public Limits {
        if (least.length != most.length) {
            throw new IllegalArgumentException(
                    "%d minima for %d maxima: give one of each per capacity".formatted(least.length, most.length));
        }
        for (int k = 0; k < most.length; k++) {
            if (!(least[k] >= 0) || !(most[k] >= least[k]) || least[k] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("capacity %d: its limits %s to %s must be 0 or more and in order"
                        .formatted(k, least[k], most[k]));
            }
        }
    }

    /** Maxima alone. */
    public static Limits atMost(double... most) {
        return new Limits(new double[most.length], most);
    }

    int size() {
        return most.length;
    }

    /** The limits of a part of the book. */
    Limits times(double share) {
        double[] lower = least.clone();
        double[] upper = most.clone();
        for (int k = 0; k < upper.length; k++) {
            lower[k] *= share;
            upper[k] *= share;
        }
        return new Limits(lower, upper);
    }

    /** What is left when so much is taken. */
    Limits less(double[] taken) {
        double[] lower = least.clone();
        double[] upper = most.clone();
        for (int k = 0; k < upper.length; k++) {
            lower[k] = Math.max(0, least[k] - taken[k]);
            upper[k] = most[k] - taken[k];
        }
        return new Limits(lower, upper);
    }

    /** What the limits are worth at {@code prices}: a price below zero is paid for the minimum. */
    double worth(double[] prices) {
        double sum = 0;
        for (int k = 0; k < prices.length; k++) {
            if (prices[k] != 0) {
                sum += prices[k] * (prices[k] > 0 ? most[k] : least[k]);
            }
        }
        return sum;
    }

    /** Whether more is used than may be. */
    boolean isExceededBy(double[] used) {
        for (int k = 0; k < used.length; k++) {
            if (used[k] > most[k]) {
                return true;
            }
        }
        return false;
    }

    /** By how much {@code used} falls short of the minima, each measured in its own unit. */
    double shortfall(double[] used) {
        double sum = 0;
        for (int k = 0; k < used.length; k++) {
            sum += Math.max(0, least[k] - used[k]);
        }
        return sum;
    }

    /** The same with minima no higher than what was {@code used}. */
    Limits reachedBy(double[] used) {
        double[] lower = least.clone();
        for (int k = 0; k < lower.length; k++) {
            lower[k] = Math.min(lower[k], used[k]);
        }
        return new Limits(lower, most);
    }
}
