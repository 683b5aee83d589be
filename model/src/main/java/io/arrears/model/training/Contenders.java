package io.arrears.model.training;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Curve;
import io.arrears.model.training.learner.BinnedRates;
import io.arrears.model.training.learner.GroupEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The model and what it must beat, all judged on the same test rows. */
final class Contenders {
    static final String TREES = "trees";
    static final String LOGISTIC = "logistic";
    static final String BASE_RATE = "base_rate";

    /** Not a contender: the evidence behind the offsets of groups. */
    static final String SHRINKAGE = "shrinkage";

    private static final String ALL = "all";
    /** Single features that rank payers well on most books; the first the schema has is used. */
    private static final List<String> SINGLE_FEATURES =
            List.of("mean_days_late", "days_past_due", "days_since_last_payment", "past_due_share");
    /** Smaller slices get no figures. */
    private static final int MIN_SLICE_ROWS = 50;

    /** Weights that tell less than this share of their rows are worth figures of their own. */
    private static final double NEARLY_EQUAL = 0.99;

    private static final double PRIOR_ROWS = 20;

    private final TargetRows rows;
    private final TrainingTable table;
    private final Target target;
    private final Slice train;
    private final Slice test;
    private final long seed;
    private final List<MetricRow> metrics = new ArrayList<>();
    private final List<CurvePoint> curves = new ArrayList<>();

    Contenders(TargetRows rows, Slice train, Slice test, long seed) {
        this.rows = rows;
        this.table = rows.table();
        this.target = rows.target();
        this.train = train;
        this.test = test;
        this.seed = seed;
    }

    /** Answers the probability of a row's features; {@code row} is its index in the table. */
    interface Answer {
        double probability(float[] features, int row);
    }

    void add(String contender, Answer answer) {
        double[] predictions = new double[test.size()];
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = Calibration.clip(answer.probability(test.features().row(i), test.rows()[i]));
        }
        judge(contender, predictions, true);
    }

    void addBaselines() {
        Map<String, Double> rates = ratesByType();
        double[] byType = new double[test.size()];
        for (int i = 0; i < byType.length; i++) {
            byType[i] = rates.getOrDefault(
                    rows.type(test.rows()[i]), train.examples().mean());
        }
        judge(BASE_RATE, byType, false);
        for (String name : SINGLE_FEATURES) {
            OptionalInt column = table.schema().findIndex(name);
            if (column.isPresent()) {
                BinnedRates rate = BinnedRates.fit(train.features(), column.getAsInt(), train.labels());
                double[] predictions = new double[test.size()];
                Arrays.setAll(predictions, i -> rate.probability(test.features(), i));
                judge(name, predictions, false);
                return;
            }
        }
    }

    private Map<String, Double> ratesByType() {
        Map<String, double[]> sums = new TreeMap<>();
        for (int i = 0; i < train.size(); i++) {
            double[] sum = sums.computeIfAbsent(rows.type(train.rows()[i]), type ->
                    new double[] {PRIOR_ROWS * train.examples().mean(), PRIOR_ROWS});
            sum[0] += train.weights()[i] * train.labels()[i];
            sum[1] += train.weights()[i];
        }
        Map<String, Double> rates = new TreeMap<>();
        sums.forEach((type, sum) -> rates.put(type, sum[0] / sum[1]));
        return rates;
    }

    private void judge(String contender, double[] predictions, boolean intervals) {
        if (predictions.length == 0) {
            return;
        }
        record(
                contender,
                ALL,
                intervals
                        ? Assessment.withIntervals(predictions, test.labels(), seed)
                        : Assessment.of(predictions, test.labels()));
        if (test.effectiveRows() < NEARLY_EQUAL * test.size()) {
            weighted(contender, predictions);
        }
        for (Curve curve : Curve.of(predictions, test.labels())) {
            for (Curve.Point p : curve.points()) {
                curves.add(
                        new CurvePoint(target.code(), contender, curve.name(), p.x(), p.y(), p.low(), p.high(), p.n()));
            }
        }
        for (String type :
                new TreeSet<>(Arrays.stream(test.rows()).mapToObj(rows::type).toList())) {
            slice(contender, type, predictions);
        }
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
        figures.forEach((name, value) -> metrics.add(new MetricRow(
                target.code(), contender, "weighted", name, value, Double.NaN, Double.NaN, rowsOfEqualWeight)));
    }

    private void slice(String contender, String type, double[] predictions) {
        int[] at = IntStream.range(0, predictions.length)
                .filter(i -> rows.type(test.rows()[i]).equals(type))
                .toArray();
        if (at.length >= MIN_SLICE_ROWS) {
            double[] some = Arrays.stream(at).mapToDouble(i -> predictions[i]).toArray();
            double[] labels =
                    Arrays.stream(at).mapToDouble(i -> test.labels()[i]).toArray();
            record(contender, rows.typeName() + "=" + type, Assessment.of(some, labels));
        }
    }

    private void record(String contender, String slice, Assessment assessment) {
        assessment
                .figures()
                .forEach((name, figure) -> metrics.add(new MetricRow(
                        target.code(),
                        contender,
                        slice,
                        name,
                        figure.value(),
                        figure.low(),
                        figure.high(),
                        assessment.rows())));
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
        figures.forEach((name, value) -> metrics.add(new MetricRow(
                target.code(), SHRINKAGE, "group=" + group, name, value, Double.NaN, Double.NaN, evidence.rows())));
    }

    /** A contender's figures over all test rows, those that are defined. */
    Map<String, Double> headline(String contender) {
        Map<String, Double> headline = new LinkedHashMap<>();
        for (MetricRow row : metrics) {
            if (row.contender().equals(contender) && row.slice().equals(ALL) && Double.isFinite(row.value())) {
                headline.put(row.metric(), row.value());
            }
        }
        return headline;
    }

    List<MetricRow> metrics() {
        return metrics;
    }

    List<CurvePoint> curves() {
        return curves;
    }
}
