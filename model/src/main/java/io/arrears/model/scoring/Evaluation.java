package io.arrears.model.scoring;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The stored evaluation of a model: every figure and curve, on rows later than all it learned from.
 *
 * @param format of the file: 2 tells slices by segment and month, fairness and stability; 0 in files of earlier releases
 */
public record Evaluation(int format, List<MetricRow> metrics, List<CurvePoint> curves) {
    private static final int FORMAT = 2;

    /** In the format of this release. */
    public Evaluation(List<MetricRow> metrics, List<CurvePoint> curves) {
        this(FORMAT, metrics, curves);
    }

    public Evaluation {
        metrics = List.copyOf(metrics);
        curves = List.copyOf(curves);
    }

    /** A figure over all rows; empty when it was not computed or is not defined. */
    public OptionalDouble find(Target target, String contender, String metric) {
        return metrics.stream()
                .filter(row -> row.target().equals(target.code()) && row.slice().equals("all"))
                .filter(row -> row.contender().equals(contender) && row.metric().equals(metric))
                .mapToDouble(MetricRow::value)
                .filter(Double::isFinite)
                .findFirst();
    }
}
