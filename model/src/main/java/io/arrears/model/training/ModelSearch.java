package io.arrears.model.training;

import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.learner.Blend;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Scorecard;
import io.arrears.model.training.learner.ScorecardLearner;
import io.arrears.model.training.learner.ScorecardLearner.Penalty;
import io.arrears.model.training.learner.TreeLearner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, by log loss on the rows held back and within a fixed budget, the trees' settings, the scorecard's penalty and
 * whether both together, or the scorecard alone, are worth more than the trees alone. Everything tried is told.
 */
final class ModelSearch {
    private static final List<Penalty> PENALTIES =
            List.of(new Penalty(5, 1), Penalty.STANDARD, new Penalty(100, 20), new Penalty(400, 100));
    private static final double[] SHARES = {0.8, 0.6, 0.4, 0.2, 0};
    /** What a scorecard must gain, in nats per row, to be worth its freedom from the trees' directions. */
    private static final double SCORECARD_GAIN = 1e-3;

    private final Target target;
    private final Tuning tuning;
    private final List<MetricRow> tried = new ArrayList<>();

    ModelSearch(Target target, Tuning tuning) {
        this.target = target;
        this.tuning = tuning;
    }

    /**
     * What was chosen.
     *
     * @param trees absent when the scorecard stands alone
     * @param held margins of the rows held back, by fits that did not see them
     * @param settings in words, for the manifest
     * @param tried the loss of everything tried, on the rows held back
     */
    record Chosen(
            @Nullable FittedTrees trees,
            FlatEnsemble ensemble,
            double[] held,
            FoundScorecard scorecard,
            String settings,
            List<MetricRow> tried) {
        int rounds() {
            return trees == null ? 0 : trees.rounds();
        }
    }

    /** @param held margins of the rows held back, by fits that did not see them */
    record FoundScorecard(Scorecard card, Penalty penalty, double[] held) {}

    Chosen run(int[] directions, double events, long seed) {
        TreeSearch.Found trees = new TreeSearch(tuning, TreeSearch::logLoss)
                .search(examples -> TreeLearner.ofProbability(examples).constrained(directions), events, seed);
        trees.tried().forEach(one -> tell("trees " + one.settings(), one.loss()));
        FoundScorecard scorecard = scorecard();
        double share = share(trees.held(), scorecard.held());
        return new Chosen(
                share == 0 ? null : trees.trees(),
                Blend.of(trees.trees(), scorecard.card(), share),
                blended(trees.held(), scorecard.held(), share),
                scorecard,
                settings(trees, scorecard, share),
                tried);
    }

    private static String settings(TreeSearch.Found trees, FoundScorecard scorecard, double share) {
        if (share == 0) {
            return "scorecard alone, " + scorecard.penalty();
        }
        return share == 1
                ? trees.settings().toString()
                : "%s, trees %.1f, scorecard %.1f".formatted(trees.settings(), share, 1 - share);
    }

    private FoundScorecard scorecard() {
        FoundScorecard best = null;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (Penalty penalty : PENALTIES) {
            List<Scorecard> ofFolds = tuning.folds().stream()
                    .map(fold -> ScorecardLearner.fit(fold.learn(), penalty))
                    .toList();
            double[] held = tuning.predict((fold, row) -> ofFolds.get(fold).margin(row));
            double loss = loss(held);
            tell("scorecard " + penalty, loss);
            if (best == null || loss < bestLoss) {
                best = new FoundScorecard(ofFolds.get(0), penalty, held);
                bestLoss = loss;
            }
        }
        FoundScorecard found = Objects.requireNonNull(best);
        return tuning.folds().size() == 1
                ? found
                : new FoundScorecard(
                        ScorecardLearner.fit(tuning.learn(), found.penalty()), found.penalty(), found.held());
    }

    private double share(double[] trees, double[] scorecard) {
        double best = 1;
        double bestLoss = loss(trees) - SCORECARD_GAIN;
        for (double share : SHARES) {
            double loss = loss(blended(trees, scorecard, share));
            tell("trees %.1f, scorecard %.1f".formatted(share, 1 - share), loss);
            if (loss < bestLoss) {
                best = share;
                bestLoss = loss;
            }
        }
        return best;
    }

    private static double[] blended(double[] trees, double[] scorecard, double share) {
        double[] margins = new double[trees.length];
        Arrays.setAll(margins, i -> share * trees[i] + (1 - share) * scorecard[i]);
        return margins;
    }

    private double loss(double[] margins) {
        double loss = 0;
        for (int i = 0; i < margins.length; i++) {
            loss += tuning.held().weights()[i]
                    * TreeSearch.logLoss(margins[i], tuning.held().labels()[i])
                    / margins.length;
        }
        return loss;
    }

    private void tell(String what, double loss) {
        tried.add(new MetricRow(
                target.code(),
                what,
                "tune",
                "log_loss",
                loss,
                Double.NaN,
                Double.NaN,
                tuning.held().size()));
    }
}
