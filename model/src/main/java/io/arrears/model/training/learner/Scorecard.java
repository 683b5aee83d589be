package io.arrears.model.training.learner;

import java.util.List;

/** Points per bin of each feature, in log-odds. */
public final class Scorecard {
    private final List<Bins> bins;
    private final double[][] points;
    private final double base;

    Scorecard(List<Bins> bins, double[][] points, double base) {
        this.bins = bins;
        this.points = points;
        this.base = base;
    }

    /** The log-odds of a row. */
    public double margin(float[] row) {
        double sum = base;
        for (int c = 0; c < points.length; c++) {
            sum += points[c][bins.get(c).bin(row[c])];
        }
        return sum;
    }
}
