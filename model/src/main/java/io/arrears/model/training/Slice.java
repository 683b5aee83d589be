package io.arrears.model.training;

import io.arrears.model.training.learner.Matrix;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Some rows of a table with their labels. */
record Slice(int[] rows, Matrix features, double[] labels) {
    static Slice of(TrainingTable table, int[] rows, IntToDoubleFunction label) {
        return new Slice(
                rows,
                table.features().take(rows),
                Arrays.stream(rows).mapToDouble(label).toArray());
    }

    int size() {
        return rows.length;
    }

    /** Labels of the rarer class, for labels 0 and 1. */
    double events() {
        double positives = Arrays.stream(labels).sum();
        return Math.min(positives, labels.length - positives);
    }

    double mean() {
        return Arrays.stream(labels).average().orElse(Double.NaN);
    }
}
