package io.arrears.model.training;

import io.arrears.model.training.evaluation.Fairness;
import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Tells how the groups of the {@code audit_} columns fare when a tenth of the book is worked. No model reads them. */
final class GroupFairness {
    /** Share of the rows selected, in percent; stands in the names of the figures. */
    static final int CAPACITY = 10;

    private GroupFairness() {}

    /** Slices are {@code audit_NAME=GROUP}, and {@code audit_NAME} for what is between its groups. */
    static void tell(TrainingTable table, Slice test, Judged judged, MetricRows metrics) {
        long capacity = Math.round(test.size() * CAPACITY / 100.0);
        Fairness fairness =
                new Fairness(judged.predictions(), test.labels(), judged.accounts(), capacity, judged.seed());
        new TreeMap<>(table.audit()).forEach((column, values) -> {
            String[] groups =
                    Arrays.stream(test.rows()).mapToObj(row -> values[row]).toArray(String[]::new);
            fairness.compare(column, groups).forEach(group -> tell(judged.contender(), group, metrics));
            tell(judged.contender(), fairness.gaps(column, groups), test.size(), metrics);
        });
    }

    /** Predictions of the test rows. */
    record Judged(String contender, double[] predictions, int[] accounts, long seed) {}

    private static void tell(String contender, GroupFigures group, MetricRows metrics) {
        String slice = group.column() + "=" + group.group();
        if (Double.isNaN(group.rates().selected())) {
            metrics.add(contender, slice, MetricRows.TOO_FEW, 1, group.rows());
            return;
        }
        metrics.add(contender, slice, "observed", group.rates().observed(), group.rows());
        metrics.add(contender, slice, "predicted", group.rates().predicted(), group.rows());
        metrics.add(contender, slice, "calibration_gap", group.calibration(), group.rows());
        Map<String, Double> rates = new TreeMap<>(Map.of(
                "selected", group.rates().selected(),
                "true_positive_rate", group.truePositiveRate(),
                "false_positive_rate", group.falsePositiveRate(),
                "impact_ratio", group.impactRatio()));
        rates.forEach((name, rate) -> metrics.add(contender, slice, name + "_" + CAPACITY, rate, group.rows()));
    }

    private static void tell(String contender, GroupGaps gaps, long rows, MetricRows metrics) {
        metrics.add(contender, gaps.column(), "calibration_gap", gaps.calibration(), rows);
        metrics.add(contender, gaps.column(), "selection_gap_" + CAPACITY, gaps.selection(), rows);
        metrics.add(contender, gaps.column(), "true_positive_gap_" + CAPACITY, gaps.truePositive(), rows);
        metrics.add(contender, gaps.column(), "false_positive_gap_" + CAPACITY, gaps.falsePositive(), rows);
        metrics.add(contender, gaps.column(), "impact_ratio_" + CAPACITY, gaps.impactRatio(), rows);
    }
}
