package io.arrears.model.scoring;

import java.util.List;
import java.util.OptionalDouble;

/** The stored evaluation of a model: every figure and curve, on rows later than all it learned from. */
public record Evaluation(List<MetricRow> metrics, List<CurvePoint> curves) {
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
