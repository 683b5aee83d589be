package io.arrears.model.training;

import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A small, fixed search: each candidate is trained until the loss of later rows has not fallen for a while, and the best
 * is trained again with the rounds that did best.
 */
final class TreeSearch {
    /** Shallow and quick against deep and slow. */
    static final List<TreeSettings> CANDIDATES = List.of(
            new TreeSettings(700, 0.05, 3, 10, 0.8, 0.6, 2, 0),
            new TreeSettings(700, 0.04, 4, 15, 0.8, 0.4, 3, 0),
            new TreeSettings(700, 0.04, 5, 20, 0.7, 0.4, 5, 0),
            new TreeSettings(700, 0.03, 6, 30, 0.7, 0.3, 5, 0));

    private static final int PATIENCE = 40;

    private final Examples tune;
    private final DoubleBinaryOperator loss;

    /** @param loss of a margin and a label */
    TreeSearch(Examples tune, DoubleBinaryOperator loss) {
        this.tune = tune;
        this.loss = loss;
    }

    /** What a candidate reached on the later rows. */
    record Tried(TreeSettings settings, double loss) {}

    /** The best, and all that were tried. */
    record Found(FittedTrees trees, TreeSettings settings, List<Tried> tried) {}

    /** Log loss of a margin in log-odds. */
    static double logLoss(double margin, double label) {
        double wrong = label > 0.5 ? -margin : margin;
        return wrong > 30 ? wrong : Math.log1p(Math.exp(wrong));
    }

    static double squaredError(double value, double label) {
        return (value - label) * (value - label);
    }

    /** @param events rows of the rarer outcome to learn from: few of them get small leaves */
    Found search(TreeLearner<?> learner, double events, long seed) {
        learner.stoppingEarly(tune, PATIENCE);
        List<Tried> tried = new ArrayList<>();
        Tried best = null;
        for (TreeSettings candidate : CANDIDATES) {
            TreeSettings settings = candidate.forEvents(events).withSeed(seed);
            double[] losses = losses(learner.search(settings));
            int rounds = argMin(losses);
            Tried one = new Tried(settings.withRounds(rounds), losses[rounds - 1]);
            tried.add(one);
            best = best == null || one.loss() < best.loss() ? one : best;
        }
        TreeSettings chosen = best == null ? CANDIDATES.get(0) : best.settings();
        return new Found(learner.fit(chosen), chosen, tried);
    }

    /** Mean loss after 1, 2, … rounds. */
    private double[] losses(FittedTrees trees) {
        double[] losses = new double[trees.rounds()];
        for (int i = 0; i < tune.size(); i++) {
            double[] margins = trees.flat().stagedMargins(tune.rows().row(i));
            double weight = tune.weights()[i] / tune.size();
            for (int round = 0; round < losses.length; round++) {
                losses[round] += weight * loss.applyAsDouble(margins[round + 1], tune.labels()[i]);
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
