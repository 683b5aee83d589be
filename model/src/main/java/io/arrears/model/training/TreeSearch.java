package io.arrears.model.training;

import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A small, fixed search: each candidate is trained until the loss of rows held back has not fallen for a while, and the
 * best is trained again with the rounds that did best.
 */
final class TreeSearch {
    /** Shallow and quick against deep and slow. */
    static final List<TreeSettings> CANDIDATES = List.of(
            new TreeSettings(700, 0.05, 3, 10, 0.8, 0.6, 2, 0),
            new TreeSettings(700, 0.04, 4, 15, 0.8, 0.4, 3, 0),
            new TreeSettings(700, 0.04, 5, 20, 0.7, 0.4, 5, 0),
            new TreeSettings(700, 0.03, 6, 30, 0.7, 0.3, 5, 0));

    private static final int PATIENCE = 40;

    private final Tuning tuning;
    private final DoubleBinaryOperator loss;

    /** @param loss of a margin and a label */
    TreeSearch(Tuning tuning, DoubleBinaryOperator loss) {
        this.tuning = tuning;
        this.loss = loss;
    }

    /** What a candidate reached on the rows held back. */
    record Tried(TreeSettings settings, double loss) {}

    /**
     * The best, and all that were tried.
     *
     * @param held margins of the rows held back, by fits that did not see them
     */
    record Found(FittedTrees trees, TreeSettings settings, double[] held, List<Tried> tried) {}

    /** Log loss of a margin in log-odds. */
    static double logLoss(double margin, double label) {
        double wrong = label > 0.5 ? -margin : margin;
        return wrong > 30 ? wrong : Math.log1p(Math.exp(wrong));
    }

    static double squaredError(double value, double label) {
        return (value - label) * (value - label);
    }

    /** @param events rows of the rarer outcome to learn from: few of them get small leaves */
    Found search(Function<Examples, TreeLearner<?>> learners, double events, long seed) {
        List<TreeLearner<?>> ofFolds = new ArrayList<>();
        for (Tuning.Fold fold : tuning.folds()) {
            ofFolds.add(learners.apply(fold.learn()).stoppingEarly(tuning.held().take(fold.held()), PATIENCE));
        }
        List<Tried> tried = new ArrayList<>();
        List<FittedTrees> fits = List.of();
        Tried best = null;
        for (TreeSettings candidate : CANDIDATES) {
            TreeSettings settings = candidate.forEvents(events).withSeed(seed);
            List<FittedTrees> found = fits(ofFolds, settings);
            double[] losses = losses(found);
            int rounds = argMin(losses);
            Tried one = new Tried(settings.withRounds(rounds), losses[rounds - 1]);
            tried.add(one);
            if (best == null || one.loss() < best.loss()) {
                best = one;
                fits = found;
            }
        }
        TreeSettings chosen = best == null ? CANDIDATES.get(0) : best.settings();
        List<FittedTrees> ofBest = fits;
        double[] held = tuning.predict((fold, row) -> ofBest.get(fold).flat().stagedMargins(row)[chosen.rounds()]);
        return new Found(learners.apply(tuning.learn()).fit(chosen), chosen, held, tried);
    }

    /** One per fold, all of as many rounds as the most patient fold wants. */
    private static List<FittedTrees> fits(List<TreeLearner<?>> ofFolds, TreeSettings settings) {
        List<FittedTrees> fits =
                ofFolds.stream().map(learner -> learner.search(settings)).toList();
        int most = fits.stream().mapToInt(FittedTrees::rounds).max().orElse(1);
        return IntStream.range(0, fits.size())
                .mapToObj(fold -> fits.get(fold).rounds() == most
                        ? fits.get(fold)
                        : ofFolds.get(fold).fit(settings.withRounds(most)))
                .toList();
    }

    /** Mean loss after 1, 2, … rounds. */
    private double[] losses(List<FittedTrees> fits) {
        double[] losses = new double[fits.get(0).rounds()];
        Examples held = tuning.held();
        for (int fold = 0; fold < fits.size(); fold++) {
            for (int row : tuning.folds().get(fold).held()) {
                double[] margins =
                        fits.get(fold).flat().stagedMargins(held.rows().row(row));
                double weight = held.weights()[row] / held.size();
                for (int round = 0; round < losses.length; round++) {
                    losses[round] += weight * loss.applyAsDouble(margins[round + 1], held.labels()[row]);
                }
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
