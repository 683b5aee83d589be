package io.arrears.model.training.monitoring;

import java.util.Arrays;

/**
 * The population stability index against a reference: over the reference's deciles, and the missing values as a bin of
 * their own, the sum of (now - before) · ln(now / before). Equal values are never in two bins; every bin starts with half
 * a row, so that an empty one is no infinity.
 */
public final class StabilityIndex {
    private static final double FALSE_ALARMS = 0.01;
    private static final int BINS = 10;
    private static final double PRIOR_ROWS = 0.5;

    /** Upper ends, inclusive, of all bins of values but the last. */
    private final double[] cuts;

    private final double[] shares;
    private final double missing;

    private StabilityIndex(double[] cuts, double[] reference) {
        this.cuts = cuts;
        double[] counts = counts(reference);
        this.shares = shares(counts, reference.length);
        this.missing = missingShare(counts, reference.length);
    }

    /** @param reference at least one value; NaN = missing */
    public static StabilityIndex of(double[] reference) {
        if (reference.length == 0) {
            throw new IllegalArgumentException("there are no reference values: choose a training window with rows");
        }
        double[] sorted = Arrays.stream(reference)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new StabilityIndex(new double[0], reference);
        }
        return new StabilityIndex(cuts(sorted), reference);
    }

    /** The deciles; where many rows have the least value, an end just below it, so that lesser ones are seen. */
    private static double[] cuts(double[] sorted) {
        double[] cuts = new double[BINS];
        cuts[0] = Math.nextDown(sorted[0]);
        for (int k = 1; k < BINS; k++) {
            cuts[k] = sorted[(int) ((long) sorted.length * k / BINS)];
        }
        int from = cuts[1] == sorted[0] ? 0 : 1;
        return Arrays.stream(cuts, from, BINS).distinct().toArray();
    }

    /** The index of {@code now}; 0 when both look the same. */
    public double psi(double[] now) {
        double[] current = shares(counts(now), now.length);
        double sum = 0;
        for (int bin = 0; bin < shares.length; bin++) {
            sum += (current[bin] - shares[bin]) * Math.log(current[bin] / shares[bin]);
        }
        return sum;
    }

    /**
     * How far {@code now} has moved. Without drift the index is a chi-square times (1/n + 1/m) (Yurdakul 2018).
     *
     * @param accountsBefore how many independent rows the reference is worth
     * @param checks among how many inputs this is one
     */
    public Drift drift(String name, double[] now, int accountsBefore, int checks) {
        if (now.length == 0) {
            throw new IllegalArgumentException(
                    "there are no values of %s now: choose a date with open accounts".formatted(name));
        }
        double psi = psi(now);
        double noise = NormalQuantile.chiSquare(1 - FALSE_ALARMS / checks, shares.length - 1)
                * (1.0 / accountsBefore + 1.0 / now.length);
        return new Drift(name, psi, noise, missing, missingShare(counts(now), now.length), DriftLevel.of(psi, noise));
    }

    /** Per value its rank among the reference, from -0.5 to 0.5: the middle of its bin; NaN = missing. */
    public double[] ranks(double[] values) {
        double[] middles = new double[shares.length];
        double below = 0;
        for (int bin = 0; bin < shares.length - 1; bin++) {
            middles[bin] = below + shares[bin] / 2 - 0.5;
            below += shares[bin];
        }
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.NaN : middles[bin(value)])
                .toArray();
    }

    private double[] counts(double[] values) {
        double[] counts = new double[cuts.length + 2];
        for (double value : values) {
            counts[Double.isNaN(value) ? cuts.length + 1 : bin(value)]++;
        }
        return counts;
    }

    private int bin(double value) {
        int at = Arrays.binarySearch(cuts, value);
        return at >= 0 ? at : -at - 1;
    }

    private static double[] shares(double[] counts, int rows) {
        return Arrays.stream(counts)
                .map(count -> (count + PRIOR_ROWS) / (rows + PRIOR_ROWS * counts.length))
                .toArray();
    }

    private static double missingShare(double[] counts, int rows) {
        return counts[counts.length - 1] / rows;
    }
}
