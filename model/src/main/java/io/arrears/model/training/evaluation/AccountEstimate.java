package io.arrears.model.training.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A figure made of sums over accounts, and what each account adds to its error, to first order. Accounts are independent;
 * rows about one share their debtor and their outcome windows overlap, so they are not.
 *
 * @param influences add up to 0
 */
public record AccountEstimate(double value, double[] influences) {
    private static final double LEAST_FREEDOM = 3;

    /** A sum over a sum, both by account. */
    public static AccountEstimate ratio(double[] numerators, double[] denominators) {
        double denominator = Arrays.stream(denominators).sum();
        double value = Arrays.stream(numerators).sum() / denominator;
        double[] influences = new double[numerators.length];
        Arrays.setAll(influences, account -> (numerators[account] - value * denominators[account]) / denominator);
        return new AccountEstimate(value, influences);
    }

    /**
     * The mean over rows.
     *
     * @param accounts whose row it is, by any number
     */
    public static AccountEstimate mean(double[] values, int[] accounts) {
        Map<Integer, Integer> places = new HashMap<>();
        double[] sums = new double[values.length];
        double[] counts = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            int place = places.computeIfAbsent(accounts[row], account -> places.size());
            sums[place] += values[row];
            counts[place]++;
        }
        return ratio(Arrays.copyOf(sums, places.size()), Arrays.copyOf(counts, places.size()));
    }

    /** The difference of two figures of the same accounts. */
    public AccountEstimate minus(AccountEstimate other) {
        double[] differences = new double[influences.length];
        Arrays.setAll(differences, account -> influences[account] - other.influences[account]);
        return new AccountEstimate(value - other.value, differences);
    }

    /** Standard error; NaN for a single account. */
    public double error() {
        double accounts = influences.length;
        double squares = Arrays.stream(influences).map(one -> one * one).sum();
        return accounts < 2 ? Double.NaN : Math.sqrt(squares * accounts / (accounts - 1));
    }

    /**
     * 95 % by Student's t. Its degrees of freedom are those with which the accounts at hand tell the standard error
     * (Satterthwaite 1946): few accounts of large weight widen it.
     */
    public Interval interval() {
        double error = error();
        double width = error == 0 ? 0 : student(Math.max(LEAST_FREEDOM, freedom())) * error;
        return new Interval(value, value - width, value + width);
    }

    private double freedom() {
        double second = 0;
        double fourth = 0;
        for (double influence : influences) {
            double square = influence * influence;
            second += square;
            fourth += square * square;
        }
        double excess = fourth - second * second / influences.length;
        return excess <= 0 ? Double.POSITIVE_INFINITY : 2 * second * second / excess;
    }

    /** The 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5), to 0.02 from 3 degrees of freedom on. */
    static double student(double freedom) {
        double z = Interval.Z95;
        double z2 = z * z;
        double first = (z2 + 1) / 4;
        double second = ((5 * z2 + 16) * z2 + 3) / 96;
        double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        return z * (1 + first / freedom + second / (freedom * freedom) + third / (freedom * freedom * freedom));
    }
}
