package io.arrears.model.training;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.GroupCalibrations;
import io.arrears.model.scoring.ModelManifest.TargetSummary;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.training.learner.CalibrationFitter;
import io.arrears.model.training.learner.CalibrationRows;
import io.arrears.model.training.learner.GroupCalibrationFitter;
import io.arrears.model.training.learner.GroupCalibrationFitter.Groups;
import io.arrears.model.training.learner.Scorecard;
import java.util.Arrays;
import java.util.StringJoiner;

/** Trains, calibrates and judges one target with outcomes 0 and 1. */
final class ProbabilityTraining {
    /** Fewer rows of the rarer class to learn from: a constant. */
    private static final int MIN_EVENTS = 10;
    /** More rows than this are thinned, the same ones each time. */
    private static final int MAX_ROWS = 250_000;

    private final TargetRows rows;
    private final Target target;
    private final long seed;
    private final int horizonDays;
    private final TimeSplit split;
    private final Slice train;
    private final Slice tune;
    private final Slice test;
    private final Tuning tuning;

    ProbabilityTraining(TrainingTable table, Target target, TrainingRequest request) {
        this.rows = new TargetRows(table, target);
        this.target = target;
        this.seed = request.seed();
        this.horizonDays = request.horizons().days(target);
        this.split = TimeSplit.of(table, row -> !Double.isNaN(table.label(target, row)), horizonDays);
        this.train = slice(split.train());
        this.tune = slice(split.tune());
        this.test = slice(split.test());
        this.tuning = split.tuning(table, train, tune);
    }

    private Slice slice(int[] indexes) {
        return Slice.of(
                rows.table(),
                Thinning.thin(rows.table(), indexes, MAX_ROWS),
                row -> rows.table().label(target, row));
    }

    int knownRows() {
        return split.train().length + split.tune().length + split.test().length;
    }

    /** Why there is nothing to learn; empty when there is. */
    String obstacle() {
        if (knownRows() == 0) {
            return "no outcome window of %d days is over yet".formatted(horizonDays);
        }
        return train.events() + tune.events() > 0
                ? ""
                : "all %d known outcomes are the same: there is nothing to tell apart".formatted(knownRows());
    }

    TrainedTarget run() {
        return train.events() < MIN_EVENTS || !tuning.tellsApart() ? constant() : trees();
    }

    private TrainedTarget constant() {
        double positives = 0.5;
        double seen = 1;
        for (Slice slice : new Slice[] {train, tune}) {
            for (double label : slice.labels()) {
                positives += label;
                seen++;
            }
        }
        TargetModel model = new TargetModel(
                target, FlatEnsemble.constant(Calibration.logit(positives / seen)), new Calibration.Identity());
        Contenders contenders = new Contenders(rows, train, test, seed);
        contenders.addModel((row, at) -> rows.probability(model, row, at));
        String note =
                ("Only %.0f rows of the rarer outcome to learn from: the model is a constant, %.4f, and ranks nothing."
                                + " %s")
                        .formatted(train.events(), positives / seen, split.note())
                        .strip();
        return new TrainedTarget(
                model,
                null,
                summary(0, model, contenders, note),
                contenders.metrics(),
                contenders.curves(),
                "constant");
    }

    private TrainedTarget trees() {
        ModelSearch.Chosen chosen =
                new ModelSearch(target, tuning).run(Directions.of(rows.table().schema(), target), train.events(), seed);
        GroupCalibrationFitter.Fitted fitted = GroupCalibrationFitter.fit(calibrationRows(chosen.held()), groups());
        GroupCalibrations groups =
                target == Target.REACH ? fitted.groups() : fitted.groups().withoutIdleOffsets();
        TargetModel model = new TargetModel(target, chosen.ensemble(), fitted.book(), groups);
        Scorecard scorecard = chosen.scorecard().card();
        Calibration ofScorecard =
                CalibrationFitter.fit(calibrationRows(chosen.scorecard().held()));
        Contenders contenders = new Contenders(rows, train, test, seed);
        contenders.addModel((row, at) -> rows.probability(model, row, at));
        contenders.add(Contenders.LOGISTIC, (row, at) -> ofScorecard.probability(scorecard.margin(row)));
        contenders.addBaselines();
        contenders.tell(chosen.tried());
        fitted.evidence().forEach((group, evidence) -> contenders.tell(group, evidence));
        StringJoiner note = new StringJoiner(" ");
        for (String part : new String[] {split.note(), fitted.note(), weightNote()}) {
            if (!part.isEmpty()) {
                note.add(part);
            }
        }
        return new TrainedTarget(
                model,
                chosen.trees(),
                summary(chosen.rounds(), model, contenders, note.toString()),
                contenders.metrics(),
                contenders.curves(),
                chosen.settings());
    }

    private String weightNote() {
        double effective = train.effectiveRows();
        return effective > 0.99 * train.size()
                ? ""
                : "Rows are weighted: %,d to learn from tell as much as %,.0f of equal weight."
                        .formatted(train.size(), effective);
    }

    /** The later half of the tuning days judges the methods; with one day, half of the accounts. */
    private CalibrationRows calibrationRows(double[] margins) {
        boolean[] judge = new boolean[tune.size()];
        int[] at = tune.rows();
        int middle = at.length == 0 ? 0 : rows.table().asOfDay(at[at.length / 2]);
        boolean oneDay = at.length == 0 || rows.table().asOfDay(at[0]) == middle;
        for (int i = 0; i < margins.length; i++) {
            judge[i] = oneDay
                    ? TimeSplit.mix(rows.table().accountId(at[i]).hashCode()) % 2 == 0
                    : rows.table().asOfDay(at[i]) >= middle;
        }
        return new CalibrationRows(margins, tune.labels(), tune.weights(), judge);
    }

    private Groups groups() {
        int[] at = tune.rows();
        return new Groups(
                Arrays.stream(at).mapToObj(rows::type).toArray(String[]::new),
                Arrays.stream(at).mapToObj(rows::segment).toArray(String[]::new),
                Arrays.stream(at).mapToObj(rows.table()::accountId).toArray(String[]::new));
    }

    private TargetSummary summary(int rounds, TargetModel model, Contenders contenders, String note) {
        StringJoiner methods = new StringJoiner("; ");
        methods.add(model.calibration().method());
        model.groups().methods().forEach((type, method) -> methods.add(type + ": " + method));
        if (model.groups().offsets().values().stream().anyMatch(offset -> offset != 0)) {
            methods.add("offsets by group");
        }
        return new TargetSummary(
                train.size(),
                tune.size(),
                test.size(),
                rounds,
                methods.toString(),
                horizonDays,
                contenders.headline(),
                note);
    }
}
