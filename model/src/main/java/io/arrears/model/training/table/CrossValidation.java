package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.Scorecard;
import io.arrears.model.training.learner.ScorecardLearner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Out-of-fold predictions: every row is predicted by a model that saw none of its fold. The fold of a row is the CRC-32
 * of its id, as ASCII, modulo the number of folds.
 */
final class CrossValidation {
    private final Matrix rows;
    private final double[] labels;
    private final long[] keys;
    private final int folds;

    private CrossValidation(Matrix rows, double[] labels, long[] keys, int folds) {
        this.rows = rows;
        this.labels = labels;
        this.keys = keys;
        this.folds = folds;
    }

    /**
     * One entry per row.
     *
     * @param trees calibrated probabilities of the trees
     * @param logistic probabilities of the scorecard
     * @param rounds per fold
     */
    record Predictions(double[] trees, double[] logistic, int[] foldOfRow, int[] rounds) {}

    /** @param keys CRC-32 per row */
    static Predictions run(Matrix rows, double[] labels, long[] keys, TableRequest request) {
        return new CrossValidation(rows, labels, keys, request.folds()).run(request.seed());
    }

    static long[] keys(@Nullable String[] ids) {
        return Arrays.stream(ids).mapToLong(CrossValidation::crc).toArray();
    }

    private static long crc(@Nullable String id) {
        if (id == null) {
            throw new IllegalArgumentException("a row has no id: fill it in, or leave out --id to use row numbers");
        }
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    private Predictions run(long seed) {
        int[] foldOfRow =
                Arrays.stream(keys).mapToInt(key -> (int) (key % folds)).toArray();
        Predictions predictions =
                new Predictions(new double[labels.length], new double[labels.length], foldOfRow, new int[folds]);
        for (int fold = 0; fold < folds; fold++) {
            predict(fold, seed, predictions);
        }
        return predictions;
    }

    private void predict(int fold, long seed, Predictions predictions) {
        int[] in = IntStream.range(0, labels.length)
                .filter(i -> predictions.foldOfRow()[i] != fold)
                .toArray();
        double[] inLabels = Matrix.take(labels, in);
        if (Arrays.stream(inLabels).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "outside fold %d all labels are the same: use fewer folds or a larger table".formatted(fold));
        }
        long[] inKeys = Arrays.stream(in).mapToLong(i -> keys[i]).toArray();
        Matrix inRows = rows.take(in);
        InnerFit.Fitted fitted = new InnerFit(inRows, inLabels, inKeys, seed).fit();
        Scorecard scorecard = ScorecardLearner.fit(Examples.of(inRows, inLabels), ScorecardLearner.Penalty.STANDARD);
        predictions.rounds()[fold] = fitted.rounds();
        for (int i = 0; i < labels.length; i++) {
            if (predictions.foldOfRow()[i] == fold) {
                predictions.trees()[i] = fitted.probability(rows.row(i));
                predictions.logistic()[i] = Calibration.sigmoid(scorecard.margin(rows.row(i)));
            }
        }
    }
}
