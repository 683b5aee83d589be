package io.arrears.model.training.evaluation;

/**
 * How one group of an audit column fares. Selected are the rows predicted highest, as many as there is capacity for.
 *
 * @param group the value, or a band of a numeric column
 * @param rates and all that follows are NaN for a group of fewer than 50 rows
 * @param truePositiveRate selected share of the group's positives; NaN with fewer than 10
 * @param falsePositiveRate selected share of the group's negatives; NaN with fewer than 10
 * @param impactRatio selection rate over the highest selection rate of the column's groups (four-fifths rule: below 0.8
 *     needs a reason)
 * @param calibration observed less predicted share, with its 95 % interval over accounts
 */
public record GroupFigures(
        String column,
        String group,
        long rows,
        Rates rates,
        double truePositiveRate,
        double falsePositiveRate,
        double impactRatio,
        Interval calibration) {
    /** Shares of the group: positive in fact, on average predicted, selected. */
    public record Rates(double observed, double predicted, double selected) {}
}
