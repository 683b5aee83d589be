package io.arrears.model.scoring;

/**
 * One figure of an evaluation, as in the mart's {@code model_metric}.
 *
 * @param contender {@code trees}, {@code logistic}, {@code base_rate} or the name of a one-feature baseline
 * @param slice {@code all}; {@code receivable_type=…}, {@code segment=…}, {@code month=…} (of the as-of day; attempts:
 *     {@code channel=…}, {@code window=…}); {@code audit_NAME=GROUP}, and {@code audit_NAME} for what lies between its groups;
 *     {@code score} and {@code input=…} for stability; a slice with the metric {@code too_few} is counted, not judged
 * @param value NaN when it is not defined there, e.g. an AUC with one class
 * @param low lower end of the 95 % interval; NaN when there is none
 * @param high upper end
 * @param n rows behind it
 */
public record MetricRow(
        String target, String contender, String slice, String metric, double value, double low, double high, long n) {}
