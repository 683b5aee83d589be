package io.arrears.model.training;

import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one target, in the order they are told. */
final class MetricRows {
    static final String ALL = "all";
    /** Said of a slice that is counted and not judged. */
    static final String TOO_FEW = "too_few";

    /** Smaller slices, or with fewer of either outcome, get no figures: nobody should quote them. */
    private static final int MIN_ROWS = 50;

    private static final int MIN_EVENTS = 10;

    private final Target target;
    private final List<MetricRow> rows = new ArrayList<>();

    MetricRows(Target target) {
        this.target = target;
    }

    void add(String contender, String slice, String metric, Interval figure, long n) {
        rows.add(
                new MetricRow(target.code(), contender, slice, metric, figure.value(), figure.low(), figure.high(), n));
    }

    void add(String contender, String slice, String metric, double value, long n) {
        add(contender, slice, metric, new Interval(value, Double.NaN, Double.NaN), n);
    }

    void add(String contender, String slice, Assessment assessment) {
        assessment.figures().forEach((name, figure) -> add(contender, slice, name, figure, assessment.rows()));
    }

    void addAll(List<MetricRow> more) {
        rows.addAll(more);
    }

    /** Whether a slice has enough to be judged; if not, its rows are counted and it is marked. */
    boolean isEnough(String contender, String slice, double[] labels) {
        double positives = Arrays.stream(labels).sum();
        boolean enough = labels.length >= MIN_ROWS && Math.min(positives, labels.length - positives) >= MIN_EVENTS;
        if (!enough) {
            add(contender, slice, Assessment.POSITIVES, positives, labels.length);
            add(contender, slice, TOO_FEW, 1, labels.length);
        }
        return enough;
    }

    /** A contender's figures over all test rows, those that are defined. */
    Map<String, Double> headline(String contender) {
        Map<String, Double> headline = new LinkedHashMap<>();
        for (MetricRow row : rows) {
            if (row.contender().equals(contender) && row.slice().equals(ALL) && Double.isFinite(row.value())) {
                headline.put(row.metric(), row.value());
            }
        }
        return headline;
    }

    List<MetricRow> rows() {
        return rows;
    }
}
