package io.arrears.model.training.table;

/**
 * How one group of an audit column fares. Selected are the rows predicted highest, as many as there are positives in all.
 *
 * @param group the value, or a band of a numeric column
 * @param truePositiveRate selected share of the group's positives; NaN without any
 * @param falsePositiveRate selected share of the group's negatives
 * @param impactRatio selection rate over the highest selection rate of the column's groups (four-fifths rule: below 0.8
 *     needs a reason)
 */
public record GroupFigures(
        String column,
        String group,
        long rows,
        Rates rates,
        double truePositiveRate,
        double falsePositiveRate,
        double impactRatio) {
    /** Shares of the group: positive in fact, on average predicted, selected. */
    public record Rates(double observed, double predicted, double selected) {}
}
