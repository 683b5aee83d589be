package io.arrears.model.training;

import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.learner.Blend;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Scorecard;
import io.arrears.model.training.learner.ScorecardLearner;
import io.arrears.model.training.learner.ScorecardLearner.Penalty;
import io.arrears.model.training.learner.TreeLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Chooses, by log loss on the tuning rows and within a fixed budget, the trees' settings, the scorecard's penalty and
 * whether both together are worth more than the trees alone. Everything tried is told.
 */
final class ModelSearch {
    private static final List<Penalty> PENALTIES =
            List.of(new Penalty(5, 1), Penalty.STANDARD, new Penalty(100, 20), new Penalty(400, 100));
    private static final double[] SHARES = {0.8, 0.6, 0.4};
    /** What a blend must gain, in nats per row, to be worth a tree per feature. */
    private static final double BLEND_GAIN = 1e-3;

    private final Target target;
    private final Examples train;
    private final Examples tune;
    private final List<MetricRow> tried = new ArrayList<>();

    ModelSearch(Target target, Examples train, Examples tune) {
        this.target = target;
        this.train = train;
        this.tune = tune;
    }

    /**
     * What was chosen.
     *
     * @param share of the trees in the ensemble; 1 when they stand alone
     * @param settings in words, for the manifest
     * @param tried the loss of everything tried, on the tuning rows
     */
    record Chosen(
            FittedTrees trees,
            Scorecard scorecard,
            FlatEnsemble ensemble,
            double share,
            String settings,
            List<MetricRow> tried) {}

    Chosen run(int[] directions, double events, long seed) {
        TreeLearner<?> learner = TreeLearner.ofProbability(train).constrained(directions);
        TreeSearch.Found found = new TreeSearch(tune, TreeSearch::logLoss).search(learner, events, seed);
        found.tried().forEach(one -> tell("trees " + one.settings(), one.loss()));
        Scorecard scorecard = scorecard();
        double share = share(found.trees(), scorecard);
        String settings = share == 1
                ? found.settings().toString()
                : "%s, trees %.1f, scorecard %.1f".formatted(found.settings(), share, 1 - share);
        return new Chosen(found.trees(), scorecard, Blend.of(found.trees(), scorecard, share), share, settings, tried);
    }

    private Scorecard scorecard() {
        Scorecard best = null;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (Penalty penalty : PENALTIES) {
            Scorecard scorecard = ScorecardLearner.fit(train, penalty);
            double loss = loss(scorecard::margin);
            tell("scorecard " + penalty, loss);
            if (best == null || loss < bestLoss) {
                best = scorecard;
                bestLoss = loss;
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private double share(FittedTrees trees, Scorecard scorecard) {
        double alone = loss(trees.flat()::margin);
        double best = 1;
        double bestLoss = alone - BLEND_GAIN;
        for (double share : SHARES) {
            double loss = loss(row -> share * trees.flat().margin(row) + (1 - share) * scorecard.margin(row));
            tell("trees %.1f, scorecard %.1f".formatted(share, 1 - share), loss);
            if (loss < bestLoss) {
                best = share;
                bestLoss = loss;
            }
        }
        return best;
    }

    private double loss(ToDoubleFunction<float[]> margin) {
        double loss = 0;
        for (int i = 0; i < tune.size(); i++) {
            loss += tune.weights()[i]
                    * TreeSearch.logLoss(margin.applyAsDouble(tune.rows().row(i)), tune.labels()[i])
                    / tune.size();
        }
        return loss;
    }

    private void tell(String what, double loss) {
        tried.add(new MetricRow(target.code(), what, "tune", "log_loss", loss, Double.NaN, Double.NaN, tune.size()));
    }
}
