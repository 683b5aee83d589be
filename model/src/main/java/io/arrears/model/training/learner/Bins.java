package io.arrears.model.training.learner;

import java.util.Arrays;

/** Cuts a column into bins of about equal mass, and one for missing values. Few distinct values get a bin each. */
final class Bins {
    /** Lower edges of the bins but the first. */
    private final float[] edges;

    private Bins(float[] edges) {
        this.edges = edges;
    }

    /** @param most bins of values */
    static Bins of(Matrix rows, int column, int most) {
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
        if (distinct.length <= most) {
            return new Bins(Arrays.copyOfRange(distinct, Math.min(1, distinct.length), distinct.length));
        }
        float[] edges = new float[most - 1];
        int used = 0;
        for (int b = 1; b < most; b++) {
            float edge = sorted[(int) ((long) b * n / most)];
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
        int at = Arrays.binarySearch(edges, value + 0f);
        return at >= 0 ? at + 1 : -at - 1;
    }

    float edge(int index) {
        return edges[index];
    }

    int missing() {
        return edges.length + 1;
    }

    int count() {
        return edges.length + 2;
    }
}
