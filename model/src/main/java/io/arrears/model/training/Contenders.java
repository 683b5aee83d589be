package io.arrears.model.training;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.evaluation.Accounts;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Curve;
import io.arrears.model.training.learner.GroupEvidence;
import io.arrears.model.training.learner.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The model and what it must beat, all judged on the same test rows. */
final class Contenders {
    static final String TREES = "trees";
    static final String LOGISTIC = "logistic";

    /** Not a contender: the evidence behind the offsets of groups. */
    static final String SHRINKAGE = "shrinkage";

    /** Weights that tell less than this share of their rows are worth figures of their own. */
    private static final double NEARLY_EQUAL = 0.99;

    private final TargetRows rows;
    private final Target target;
    private final Slice train;
    private final Slice test;
    private final int[] accounts;
    private final long seed;
    private final MetricRows metrics;
    private final List<CurvePoint> curves = new ArrayList<>();

    Contenders(TargetRows rows, Slice train, Slice test, long seed) {
        this.rows = rows;
        this.target = rows.target();
        this.train = train;
        this.test = test;
        this.accounts = rows.accounts(test.rows());
        this.seed = seed;
        this.metrics = new MetricRows(target);
    }

    /** Answers the probability of a row's features; {@code row} is its index in the table. */
    interface Answer {
        double probability(float[] features, int row);
    }

    /** The model: judged in every part of the book, for its fairness and its stability too. */
    void addModel(Answer answer) {
        double[] predictions = predictions(test, answer);
        if (predictions.length == 0) {
            return;
        }
        metrics.add(TREES, MetricRows.ALL, Assessment.withIntervals(predictions, test.labels(), accounts, seed));
        cashCaught(predictions);
        Parts.types(rows, test.rows()).forEach((slice, at) -> model(slice, at, predictions));
        Parts.further(rows, test.rows()).forEach((slice, at) -> model(slice, at, predictions));
        rest(TREES, predictions);
        GroupFairness.tell(rows.table(), test, new GroupFairness.Judged(TREES, predictions, accounts, seed), metrics);
        new Stability(rows, train, test).tell(TREES, predictions(train, answer), predictions, metrics);
    }

    void add(String contender, Answer answer) {
        compare(contender, predictions(test, answer));
    }

    void addBaselines() {
        new Baselines(rows, train, test).predictions().forEach(this::compare);
    }

    private static double[] predictions(Slice slice, Answer answer) {
        double[] predictions = new double[slice.size()];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] =
                    Calibration.clip(answer.probability(slice.features().row(i), slice.rows()[i]));
        }
        return predictions;
    }

    private void model(String slice, int[] at, double[] predictions) {
        double[] labels = Matrix.take(test.labels(), at);
        if (metrics.isEnough(TREES, slice, labels)) {
            metrics.add(
                    TREES,
                    slice,
                    Assessment.withIntervals(Matrix.take(predictions, at), labels, Accounts.take(accounts, at), seed));
        }
    }

    private void compare(String contender, double[] predictions) {
        if (predictions.length == 0) {
            return;
        }
        metrics.add(contender, MetricRows.ALL, Assessment.of(predictions, test.labels(), accounts));
        Parts.types(rows, test.rows()).forEach((slice, at) -> {
            double[] labels = Matrix.take(test.labels(), at);
            if (metrics.isEnough(contender, slice, labels)) {
                metrics.add(
                        contender,
                        slice,
                        Assessment.of(Matrix.take(predictions, at), labels, Accounts.take(accounts, at)));
            }
        });
        rest(contender, predictions);
    }

    private void rest(String contender, double[] predictions) {
        if (test.effectiveRows() < NEARLY_EQUAL * test.size()) {
            weighted(contender, predictions);
        }
        for (Curve curve : Curve.of(predictions, test.labels())) {
            for (Curve.Point p : curve.points()) {
                curves.add(
                        new CurvePoint(target.code(), contender, curve.name(), p.x(), p.y(), p.low(), p.high(), p.n()));
            }
        }
    }

    /** Which share of the cash that came in lies with the accounts ranked highest; of those whose cash is known. */
    private void cashCaught(double[] predictions) {
        if (target != Target.PAY30) {
            return;
        }
        int[] known = IntStream.range(0, test.size())
                .filter(i -> !Double.isNaN(rows.table().label(Target.CASH30, test.rows()[i])))
                .toArray();
        double[] cash = Arrays.stream(known)
                .mapToDouble(i -> rows.table().label(Target.CASH30, test.rows()[i]))
                .toArray();
        Assessment.caught(Matrix.take(predictions, known), cash, Accounts.take(accounts, known), seed)
                .forEach(
                        (percent, share) -> metrics.add(TREES, MetricRows.ALL, "cash_" + percent, share, known.length));
    }

    /** Figures of the whole that the weighted rows stand for; {@code n} is the rows of equal weight they amount to. */
    private void weighted(String contender, double[] predictions) {
        double predicted = 0;
        double observed = 0;
        double brier = 0;
        double logLoss = 0;
        for (int i = 0; i < predictions.length; i++) {
            double share = test.weights()[i] / predictions.length;
            double label = test.labels()[i];
            predicted += share * predictions[i];
            observed += share * label;
            brier += share * (predictions[i] - label) * (predictions[i] - label);
            logLoss -= share * (label > 0.5 ? Math.log(predictions[i]) : Math.log1p(-predictions[i]));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("mean_predicted", predicted);
        figures.put("mean_observed", observed);
        figures.put("brier", brier);
        figures.put("log_loss", logLoss);
        long rowsOfEqualWeight = Math.round(test.effectiveRows());
        figures.forEach((name, value) -> metrics.add(contender, "weighted", name, value, rowsOfEqualWeight));
    }

    /** Adds what else an evaluation should say. */
    void tell(List<MetricRow> more) {
        metrics.addAll(more);
    }

    /** Adds what is known of a group's departure from the book. */
    void tell(String group, GroupEvidence evidence) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("raw_offset", evidence.rawOffset());
        figures.put("error", evidence.error());
        figures.put("prior_deviation", evidence.priorDeviation());
        figures.put("offset", evidence.offset());
        figures.put("events", (double) evidence.events());
        figures.put("accounts", (double) evidence.accounts());
        figures.forEach((name, value) -> metrics.add(SHRINKAGE, "group=" + group, name, value, evidence.rows()));
    }

    /** The model's figures over all test rows, those that are defined. */
    Map<String, Double> headline() {
        return metrics.headline(TREES);
    }

    List<MetricRow> metrics() {
        return metrics.rows();
    }

    List<CurvePoint> curves() {
        return curves;
    }
}
