package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.learner.BinnedRates;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.Matrix;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What anybody could do without a model, fitted on the rows outside one fold: their rate, or one column alone. */
final class FoldBaselines {
    private final Matrix rows;
    private final double[] labels;
    private final int[] innerFolds;

    /** @param keys per row, decides inner folds */
    FoldBaselines(Matrix rows, double[] labels, long[] keys) {
        this.rows = rows;
        this.labels = labels;
        this.innerFolds = InnerFit.innerFolds(keys);
    }

    double baseRate() {
        return Examples.of(rows, labels).mean();
    }

    /** The column whose ten bins predict best, by log loss, the inner folds that they were not fitted on. */
    int bestColumn() {
        double[] losses = new double[rows.width()];
        for (int fold = 0; fold < InnerFit.INNER_FOLDS; fold++) {
            int held = fold;
            int[] in = at(i -> innerFolds[i] != held);
            int[] out = at(i -> innerFolds[i] == held);
            Matrix learned = rows.take(in);
            double[] learnedLabels = Matrix.take(labels, in);
            for (int column = 0; column < losses.length; column++) {
                losses[column] += loss(BinnedRates.fit(learned, column, learnedLabels), out);
            }
        }
        return IntStream.range(0, losses.length)
                .reduce((a, b) -> losses[b] < losses[a] ? b : a)
                .orElseThrow();
    }

    BinnedRates rates(int column) {
        return BinnedRates.fit(rows, column, labels);
    }

    private int[] at(IntPredicate wanted) {
        return IntStream.range(0, labels.length).filter(wanted).toArray();
    }

    private double loss(BinnedRates rates, int[] judged) {
        return Arrays.stream(judged)
                .mapToDouble(i -> {
                    double p = Calibration.clip(rates.probability(rows, i));
                    return labels[i] > 0.5 ? -Math.log(p) : -Math.log1p(-p);
                })
                .sum();
    }
}
