package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.training.learner.CalibrationFitter;
import io.arrears.model.training.learner.CalibrationRows;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.Scorecard;
import io.arrears.model.training.learner.ScorecardLearner;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model of one set of training rows: trees, the scorecard, or their margins blended. Rounds, shares and calibration are
 * chosen by cross-validation inside these rows alone, so nothing of a row judged outside has been seen; then trees of a few
 * seeds are trained on all of them and averaged.
 */
final class InnerFit {
    /** Deep, slow, each tree on a fifth of the columns, or on six where that is more. */
    static final TreeSettings SETTINGS = new TreeSettings(450, 0.02, 6, 50, 0.7, 0.2, 1, 0);

    /** A tree sees at least this many columns, or all there are: with one it could not tell how columns act together. */
    private static final double LEAST_COLUMNS = 6;

    static final int INNER_FOLDS = 3;

    /** Of the trees in the blend; of shares that predict alike the largest is taken. */
    private static final double[] SHARES = {1, 0.8, 0.6, 0.4, 0.2, 0};

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
                .withColsample(Math.min(1, Math.max(SETTINGS.colsample(), LEAST_COLUMNS / rows.width())))
                .withSeed(seed);
        this.innerFolds = innerFolds(keys);
    }

    static int[] innerFolds(long[] keys) {
        return Arrays.stream(keys)
                .mapToInt(key -> (int) Math.floorMod(key * 0x9E3779B97F4A7C15L >>> 20, (long) INNER_FOLDS))
                .toArray();
    }

    /**
     * @param trees to be averaged; none where their share is 0
     * @param share of their mean in the margin; the rest is the scorecard's
     * @param calibration of that margin
     */
    record Fitted(List<FlatEnsemble> trees, Scorecard scorecard, double share, Calibration calibration, int rounds) {
        double probability(float[] row) {
            double sum = 0;
            for (FlatEnsemble ensemble : trees) {
                sum += ensemble.margin(row);
            }
            double mean = sum / Math.max(1, trees.size());
            return calibration.probability(blend(share, mean, scorecard.margin(row)));
        }
    }

    private static double blend(double share, double trees, double scorecard) {
        return share * trees + (1 - share) * scorecard;
    }

    Fitted fit() {
        float[][] staged = new float[rows.rows()][];
        double[] scorecard = new double[rows.rows()];
        for (int fold = 0; fold < INNER_FOLDS; fold++) {
            holdOut(fold, staged, scorecard);
        }
        int rounds = bestRounds(staged);
        double[] trees = Arrays.stream(staged)
                .mapToDouble(margins -> margins[rounds - 1])
                .toArray();
        double share = bestShare(trees, scorecard);
        TreeLearner<?> learner = TreeLearner.ofProbability(Examples.of(rows, labels));
        List<FlatEnsemble> ensembles = new ArrayList<>();
        TreeSettings all = settings.withRounds((int) Math.ceil(rounds * MORE_ROUNDS));
        for (int seed = 0; seed < SEEDS && share > 0; seed++) {
            ensembles.add(learner.fit(all.withSeed(settings.seed() + seed)).flat());
        }
        return new Fitted(
                ensembles, scorecard(rows, labels), share, calibration(blended(share, trees, scorecard)), all.rounds());
    }

    private static Scorecard scorecard(Matrix rows, double[] labels) {
        return ScorecardLearner.fit(Examples.of(rows, labels), ScorecardLearner.Penalty.STANDARD);
    }

    private static double[] blended(double share, double[] trees, double[] scorecard) {
        double[] margins = new double[trees.length];
        Arrays.setAll(margins, i -> blend(share, trees[i], scorecard[i]));
        return margins;
    }

    private Calibration calibration(double[] margins) {
        boolean[] judge = new boolean[margins.length];
        for (int i = 0; i < margins.length; i++) {
            judge[i] = i % 2 == 0;
        }
        return CalibrationFitter.fit(
                new CalibrationRows(margins, labels, Examples.of(rows, labels).weights(), judge));
    }

    /** Margins of the held-out rows from models that did not see them: of the trees after each round. */
    private void holdOut(int fold, float[][] margins, double[] scorecard) {
        int[] in = IntStream.range(0, labels.length)
                .filter(i -> innerFolds[i] != fold)
                .toArray();
        Matrix inRows = rows.take(in);
        double[] inLabels = Matrix.take(labels, in);
        FittedTrees trees =
                TreeLearner.ofProbability(Examples.of(inRows, inLabels)).fit(settings);
        Scorecard card = scorecard(inRows, inLabels);
        for (int i = 0; i < labels.length; i++) {
            if (innerFolds[i] == fold) {
                scorecard[i] = card.margin(rows.row(i));
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
                losses[round] += loss(i, margins[i][round]);
            }
        }
        return IntStream.range(0, losses.length)
                        .reduce((a, b) -> losses[b] < losses[a] ? b : a)
                        .orElseThrow()
                + 1;
    }

    private double bestShare(double[] trees, double[] scorecard) {
        double best = SHARES[0];
        double bestLoss = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double[] margins = blended(share, trees, scorecard);
            double loss = IntStream.range(0, margins.length)
                    .mapToDouble(i -> loss(i, margins[i]))
                    .sum();
            if (loss < bestLoss) {
                best = share;
                bestLoss = loss;
            }
        }
        return best;
    }

    private double loss(int row, double margin) {
        return Math.log1p(Math.exp(Math.min(30, labels[row] > 0.5 ? -margin : margin)));
    }
}
