package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.training.learner.CalibrationFitter;
import io.arrears.model.training.learner.CalibrationRows;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model of one set of training rows. Rounds and calibration are chosen by cross-validation inside these rows alone, so
 * nothing of a row judged outside has been seen; then trees of a few seeds are trained on all of them and averaged.
 */
final class InnerFit {
    /** Deep, slow, each tree on a fifth of the columns. */
    static final TreeSettings SETTINGS = new TreeSettings(450, 0.02, 6, 50, 0.7, 0.2, 1, 0);

    static final int INNER_FOLDS = 3;

    private static final int SEEDS = 4;
    /** Trees of all rows have more to learn from than those that chose the rounds. */
    private static final double MORE_ROUNDS = 1.1;

    private final Matrix rows;
    private final double[] labels;
    private final int[] innerFolds;
    private final TreeSettings settings;

    /** @param keys a stable number per row, spread evenly: decides inner folds */
    InnerFit(Matrix rows, double[] labels, long[] keys, long seed) {
        this.rows = rows;
        this.labels = labels;
        double positives = Arrays.stream(labels).sum();
        this.settings = SETTINGS.forEvents(Math.min(positives, labels.length - positives))
                .withSeed(seed);
        this.innerFolds = innerFolds(keys);
    }

    static int[] innerFolds(long[] keys) {
        return Arrays.stream(keys)
                .mapToInt(key -> (int) Math.floorMod(key * 0x9E3779B97F4A7C15L >>> 20, (long) INNER_FOLDS))
                .toArray();
    }

    /** Averaged trees and the calibration of their mean margin. */
    record Fitted(List<FlatEnsemble> trees, Calibration calibration, int rounds) {
        double probability(float[] row) {
            double sum = 0;
            for (FlatEnsemble ensemble : trees) {
                sum += ensemble.margin(row);
            }
            return calibration.probability(sum / trees.size());
        }
    }

    Fitted fit() {
        float[][] margins = new float[rows.rows()][];
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            holdOut(fold, margins);
        }
        int rounds = bestRounds(margins);
        double[] chosen = new double[margins.length];
        boolean[] judge = new boolean[margins.length];
        for (int i = 0; i < margins.length; i++) {
            chosen[i] = margins[i][rounds - 1];
            judge[i] = i % 2 == 0;
        }
        Calibration calibration = CalibrationFitter.fit(
                new CalibrationRows(chosen, labels, Examples.of(rows, labels).weights(), judge));
        TreeLearner<?> learner = TreeLearner.ofProbability(Examples.of(rows, labels));
        List<FlatEnsemble> trees = new ArrayList<>();
        TreeSettings all = settings.withRounds((int) Math.ceil(rounds * MORE_ROUNDS));
        for (int seed = 0; seed < SEEDS; seed++) {
            trees.add(learner.fit(all.withSeed(settings.seed() + seed)).flat());
        }
        return new Fitted(trees, calibration, all.rounds());
    }

    /** Margins of the held-out rows after each round, from trees that did not see them. */
    private void holdOut(int fold, float[][] margins) {
        int[] in = IntStream.range(0, labels.length)
                .filter(i -> innerFolds[i] != fold)
                .toArray();
        FittedTrees trees = TreeLearner.ofProbability(Examples.of(rows.take(in), Matrix.take(labels, in)))
                .fit(settings);
        for (int i = 0; i < labels.length; i++) {
            if (innerFolds[i] == fold) {
                double[] all = trees.flat().stagedMargins(rows.row(i));
                margins[i] = new float[trees.rounds()];
                for (int round = 0; round < margins[i].length; round++) {
                    margins[i][round] = (float) all[round + 1];
                }
            }
        }
    }

    private int bestRounds(float[][] margins) {
        double[] losses = new double[settings.rounds()];
        for (int i = 0; i < margins.length; i++) {
            for (int round = 0; round < losses.length; round++) {
                double wrong = labels[i] > 0.5 ? -margins[i][round] : margins[i][round];
                losses[round] += Math.log1p(Math.exp(Math.min(30, wrong)));
            }
        }
        return IntStream.range(0, losses.length)
                        .reduce((a, b) -> losses[b] < losses[a] ? b : a)
                        .orElseThrow()
                + 1;
    }
}
