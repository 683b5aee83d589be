package io.arrears.model.training;

import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A small, fixed search: each candidate is trained in full, judged on the tuning rows after every round, and the best
 * candidate is trained again with the rounds that did best.
 */
final class TreeSearch {
    /** Shallow and quick against deep and slow. */
    static final List<TreeSettings> CANDIDATES = List.of(
            new TreeSettings(300, 0.05, 3, 20, 0.8, 0.6, 4, 0), new TreeSettings(300, 0.04, 5, 40, 0.7, 0.4, 10, 0));

    private final Matrix tune;
    private final double[] labels;
    private final DoubleBinaryOperator loss;

    /** @param loss of a margin and a label */
    TreeSearch(Matrix tune, double[] labels, DoubleBinaryOperator loss) {
        this.tune = tune;
        this.labels = labels;
        this.loss = loss;
    }

    /** Log loss of a margin in log-odds. */
    static double logLoss(double margin, double label) {
        double wrong = label > 0.5 ? -margin : margin;
        return wrong > 30 ? wrong : Math.log1p(Math.exp(wrong));
    }

    static double squaredError(double value, double label) {
        return (value - label) * (value - label);
    }

    FittedTrees search(TreeLearner<?> learner, double events, long seed) {
        double best = Double.POSITIVE_INFINITY;
        TreeSettings chosen = CANDIDATES.get(0);
        for (TreeSettings candidate : CANDIDATES) {
            TreeSettings settings = candidate.forEvents(events).withSeed(seed);
            FittedTrees trees = learner.fit(settings);
            double[] losses = losses(trees);
            int rounds = argMin(losses);
            if (losses[rounds - 1] < best) {
                best = losses[rounds - 1];
                chosen = settings.withRounds(rounds);
            }
        }
        return learner.fit(chosen);
    }

    /** Mean loss after 1, 2, … rounds. */
    private double[] losses(FittedTrees trees) {
        double[] losses = new double[trees.rounds()];
        for (int i = 0; i < labels.length; i++) {
            double[] margins = trees.flat().stagedMargins(tune.row(i));
            for (int round = 0; round < losses.length; round++) {
                losses[round] +=
                        loss.applyAsDouble(margins[(round + 1) * trees.treesPerRound()], labels[i]) / labels.length;
            }
        }
        return losses;
    }

    private static int argMin(double[] losses) {
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return best + 1;
    }
}
