package io.arrears.model.training.learner;

/** The one-feature baseline: the observed rate in each bin of a single feature, missing being a bin. */
public final class BinnedRates {
    /** Rows of the mean added to each bin. */
    private static final double PRIOR_ROWS = 20;

    private static final int BINS = 10;

    private final Bins bins;
    private final double[] rates;
    private final int column;

    private BinnedRates(Bins bins, double[] rates, int column) {
        this.bins = bins;
        this.rates = rates;
        this.column = column;
    }

    public static BinnedRates fit(Matrix rows, int column, double[] labels) {
        Bins bins = Bins.of(rows, column, BINS);
        double[] positives = new double[bins.count()];
        double[] counts = new double[bins.count()];
        double mean = 0;
        for (int i = 0; i < labels.length; i++) {
            int bin = bins.bin(rows.get(i, column));
            positives[bin] += labels[i];
            counts[bin]++;
            mean += labels[i] / labels.length;
        }
        double[] rates = new double[counts.length];
        for (int b = 0; b < rates.length; b++) {
            rates[b] = (positives[b] + PRIOR_ROWS * mean) / (counts[b] + PRIOR_ROWS);
        }
        return new BinnedRates(bins, rates, column);
    }

    public double probability(Matrix rows, int row) {
        return rates[bins.bin(rows.get(row, column))];
    }
}
