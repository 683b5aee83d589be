package io.arrears.model.training.learner;

import java.util.Arrays;

/**
 * Cuts a column into at most ten bins of about equal mass, and one for missing values. Few distinct values get a bin
 * each.
 */
final class Bins {
    private static final int MAX_BINS = 10;

    /** Lower edges of the bins but the first. */
    private final float[] edges;

    private Bins(float[] edges) {
        this.edges = edges;
    }

    static Bins of(Matrix rows, int column) {
        float[] sorted = new float[rows.rows()];
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            float value = rows.get(i, column);
            if (!Float.isNaN(value)) {
                sorted[n++] = value;
            }
        }
        Arrays.sort(sorted, 0, n);
        float[] distinct = distinct(sorted, n);
        if (distinct.length <= MAX_BINS) {
            return new Bins(Arrays.copyOfRange(distinct, Math.min(1, distinct.length), distinct.length));
        }
        float[] edges = new float[MAX_BINS - 1];
        int used = 0;
        for (int b = 1; b < MAX_BINS; b++) {
            float edge = sorted[(int) ((long) b * n / MAX_BINS)];
            if (edge > sorted[0] && (used == 0 || edge > edges[used - 1])) {
                edges[used++] = edge;
            }
        }
        return new Bins(Arrays.copyOf(edges, used));
    }

    private static float[] distinct(float[] sorted, int n) {
        float[] distinct = new float[n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            if (used == 0 || sorted[i] != distinct[used - 1]) {
                distinct[used++] = sorted[i];
            }
        }
        return Arrays.copyOf(distinct, used);
    }

    /** The bin of a value; {@link #missing} for NaN. */
    int bin(float value) {
        if (Float.isNaN(value)) {
            return missing();
        }
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at + 1 : -at - 1;
    }

    int missing() {
        return edges.length + 1;
    }

    int count() {
        return edges.length + 2;
    }
}
