package io.arrears.model.training.evaluation;

/**
 * How far the groups of an audit column lie apart: highest less lowest, with 95 % intervals over accounts. Groups of fewer
 * than 50 rows, and rates over fewer than 10, have no part in it.
 *
 * @param selection of the shares selected
 * @param truePositive of the selected shares of positives
 * @param falsePositive of the selected shares of negatives
 * @param calibration the farthest that the mean prediction of a group lies from what happened in it
 * @param impactRatio lowest over highest share selected: the adverse-impact ratio
 */
public record GroupGaps(
        String column,
        Interval selection,
        Interval truePositive,
        Interval falsePositive,
        Interval calibration,
        Interval impactRatio) {}
