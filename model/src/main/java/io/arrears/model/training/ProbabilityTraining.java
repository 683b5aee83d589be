package io.arrears.model.training;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.ModelManifest.TargetSummary;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.training.learner.CalibrationFitter;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.LogisticLearner;
import io.arrears.model.training.learner.Scorecard;
import io.arrears.model.training.learner.TreeLearner;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Trains, calibrates and judges one target with outcomes 0 and 1. */
final class ProbabilityTraining {
    /** Fewer rows of the rarer class to learn from: a constant. */
    private static final int MIN_EVENTS = 10;
    /** More rows than this are thinned, the same ones each time. */
    private static final int MAX_ROWS = 250_000;

    private final TrainingTable table;
    private final Target target;
    private final long seed;
    private final TimeSplit split;
    private final Slice train;
    private final Slice tune;
    private final Slice test;

    ProbabilityTraining(TrainingTable table, Target target, long seed) {
        this.table = table;
        this.target = target;
        this.seed = seed;
        this.split = TimeSplit.of(table, row -> !Double.isNaN(table.label(target, row)), target.horizonDays());
        this.train = slice(split.train());
        this.tune = slice(split.tune());
        this.test = slice(split.test());
    }

    private Slice slice(int[] rows) {
        return Slice.of(table, Thinning.thin(table, rows, MAX_ROWS), row -> table.label(target, row));
    }

    /** Whether any outcome is known and both kinds were seen. */
    boolean hasBothOutcomes() {
        return train.events() + tune.events() > 0;
    }

    int knownRows() {
        return split.train().length + split.tune().length + split.test().length;
    }

    TrainedTarget run() {
        return train.events() < MIN_EVENTS ? constant() : trees();
    }

    private TrainedTarget constant() {
        double positives = 0.5;
        double rows = 1;
        for (Slice slice : new Slice[] {train, tune}) {
            for (double label : slice.labels()) {
                positives += label;
                rows++;
            }
        }
        TargetModel model = new TargetModel(
                target, FlatEnsemble.constant(Calibration.logit(positives / rows)), new Calibration.Identity());
        Contenders contenders = new Contenders(table, target, train, test, seed);
        contenders.add(Contenders.TREES, row -> model.probability(row));
        String note =
                ("Only %.0f rows of the rarer outcome to learn from: the model is a constant, %.4f, and ranks nothing."
                                + " %s")
                        .formatted(train.events(), positives / rows, split.note())
                        .strip();
        return new TrainedTarget(
                model, null, summary(0, model, contenders, note), contenders.metrics(), contenders.curves());
    }

    private TrainedTarget trees() {
        TreeLearner<?> learner = TreeLearner.ofProbability(train.features(), train.labels());
        FittedTrees fitted = new TreeSearch(tune.features(), tune.labels(), TreeSearch::logLoss)
                .search(learner, train.events(), seed);
        Calibration calibration = calibrate(row -> fitted.flat().margin(row));
        TargetModel model = new TargetModel(target, fitted.flat(), calibration);
        Scorecard scorecard = LogisticLearner.fit(train.features(), train.labels(), seed);
        Calibration scorecardCalibration = calibrate(scorecard::margin);
        Contenders contenders = new Contenders(table, target, train, test, seed);
        contenders.add(Contenders.TREES, model::probability);
        contenders.add(Contenders.LOGISTIC, row -> scorecardCalibration.probability(scorecard.margin(row)));
        contenders.addBaselines();
        return new TrainedTarget(
                model,
                fitted,
                summary(fitted.rounds(), model, contenders, split.note()),
                contenders.metrics(),
                contenders.curves());
    }

    /** The later half of the tuning days judges the methods; with one day, half of the accounts. */
    private Calibration calibrate(ToDoubleFunction<float[]> margin) {
        double[] margins = new double[tune.size()];
        boolean[] judge = new boolean[tune.size()];
        int[] rows = tune.rows();
        int middle = rows.length == 0 ? 0 : table.asOfDay(rows[rows.length / 2]);
        boolean oneDay = rows.length == 0 || table.asOfDay(rows[0]) == middle;
        for (int i = 0; i < margins.length; i++) {
            margins[i] = margin.applyAsDouble(tune.features().row(i));
            judge[i] = oneDay
                    ? TimeSplit.mix(table.accountId(rows[i]).hashCode()) % 2 == 0
                    : table.asOfDay(rows[i]) >= middle;
        }
        return CalibrationFitter.fit(margins, tune.labels(), judge);
    }

    private TargetSummary summary(int rounds, TargetModel model, Contenders contenders, String note) {
        Map<String, Double> metrics = contenders.headline(Contenders.TREES);
        return new TargetSummary(
                train.size(),
                tune.size(),
                test.size(),
                rounds,
                model.calibration().method(),
                metrics,
                note);
    }
}
