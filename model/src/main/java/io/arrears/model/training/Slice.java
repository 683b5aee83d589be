package io.arrears.model.training;

import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.Matrix;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Some rows of a table with their labels and weights, these scaled to a mean of 1. */
record Slice(int[] rows, Examples examples) {
    static Slice of(TrainingTable table, int[] rows, IntToDoubleFunction label) {
        double[] weights = Arrays.stream(rows).mapToDouble(table::weight).toArray();
        double mean = Arrays.stream(weights).average().orElse(1);
        return new Slice(
                rows,
                new Examples(
                        table.features().take(rows),
                        Arrays.stream(rows).mapToDouble(label).toArray(),
                        Arrays.stream(weights).map(weight -> weight / mean).toArray()));
    }

    int size() {
        return rows.length;
    }

    Matrix features() {
        return examples.rows();
    }

    double[] labels() {
        return examples.labels();
    }

    double[] weights() {
        return examples.weights();
    }

    /** Labels of the rarer class, for labels 0 and 1. */
    double events() {
        double positives = Arrays.stream(labels()).sum();
        return Math.min(positives, size() - positives);
    }

    /** How many rows of equal weight would tell as much (Kish 1965). */
    double effectiveRows() {
        double sum = Arrays.stream(weights()).sum();
        return sum
                * sum
                / Arrays.stream(weights()).map(weight -> weight * weight).sum();
    }

    double mean() {
        return Arrays.stream(labels()).average().orElse(Double.NaN);
    }
}
