package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;
import java.util.Arrays;

/**
 * A figure made of sums over accounts, and what each account adds to its error, to first order. Accounts are independent;
 * decisions about one share their debtor and their outcome windows overlap, so they are not.
 *
 * @param influences add up to 0
 */
record Estimate(double value, double[] influences) {
    private static final double Z95 = 1.959963984540054;
    private static final double LEAST_FREEDOM = 3;

    /** A sum over a sum. */
    static Estimate ratio(double[] numerators, double[] denominators) {
        double denominator = Arrays.stream(denominators).sum();
        double value = Arrays.stream(numerators).sum() / denominator;
        double[] influences = new double[numerators.length];
        Arrays.setAll(influences, account -> (numerators[account] - value * denominators[account]) / denominator);
        return new Estimate(value, influences);
    }

    /** The difference of two figures of the same accounts. */
    Estimate minus(Estimate other) {
        double[] differences = new double[influences.length];
        Arrays.setAll(differences, account -> influences[account] - other.influences[account]);
        return new Estimate(value - other.value, differences);
    }

    /**
     * 95 % by Student's t. Its degrees of freedom are those with which the accounts at hand tell the standard error
     * (Satterthwaite 1946): few accounts of large weight widen it.
     */
    Interval interval() {
        double second = 0;
        double fourth = 0;
        for (double influence : influences) {
            second += influence * influence;
            fourth += influence * influence * influence * influence;
        }
        double excess = fourth - second * second / influences.length;
        double freedom = excess <= 0 ? Double.POSITIVE_INFINITY : 2 * second * second / excess;
        double width = second == 0 ? 0 : student(Math.max(LEAST_FREEDOM, freedom)) * Math.sqrt(second);
        return new Interval(value, value - width, value + width);
    }

    /** The 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5), to 0.02 from 3 degrees of freedom on. */
    static double student(double freedom) {
        double z2 = Z95 * Z95;
        double first = (z2 + 1) / 4;
        double second = ((5 * z2 + 16) * z2 + 3) / 96;
        double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        return Z95 * (1 + first / freedom + second / (freedom * freedom) + third / (freedom * freedom * freedom));
    }
}
