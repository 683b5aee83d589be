package io.arrears.model.training.learner;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded rows with missing values, zeros that matter, and a known probability of a label of 1. */
final class TestRows {
    final Matrix matrix;
    final double[] labels;
    final double[] truth;

    private TestRows(Matrix matrix, double[] labels, double[] truth) {
        this.matrix = matrix;
        this.labels = labels;
        this.truth = truth;
    }

    /** Column names stand out of alphabetical order on purpose. */
    static TestRows of(int rows, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] columns = new float[width][rows];
        double[] labels = new double[rows];
        double[] truth = new double[rows];
        for (int i = 0; i < rows; i++) {
            double margin = -0.5;
            for (int c = 0; c < width; c++) {
                boolean missing = random.nextDouble() < (c == 0 ? 0.4 : 0.1);
                float value = c == 0 ? random.nextInt(3) - 1 : (float) random.nextGaussian();
                columns[c][i] = missing ? Float.NaN : value;
                margin += c == 0 ? (missing ? 1.5 : value == 0 ? -1 : 0) : missing ? 0.4 : value * 0.8 / (c + 1);
            }
            truth[i] = 1 / (1 + Math.exp(-margin));
            labels[i] = random.nextDouble() < truth[i] ? 1 : 0;
        }
        List<String> names =
                IntStream.range(0, width).mapToObj(c -> "f" + (width - c)).toList();
        return new TestRows(new Matrix(names, columns, rows), labels, truth);
    }
}
