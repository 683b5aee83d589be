package io.arrears.model.training.monitoring;

import io.arrears.model.training.evaluation.Assessment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Compares matured outcomes with their predictions: per slice a two-sided test of the mean, with all slices together at
 * a false-alarm rate of {@link #FALSE_ALARMS} (Bonferroni). Besides the chance of single accounts the test allows for what
 * moves all of them together from month to month, as far as the training window shows it.
 */
public final class OutcomeCheck {
    /** Chance of any alarm in a run where nothing has changed. */
    public static final double FALSE_ALARMS = 0.01;

    private static final int LEAST_ROWS = 100;
    private static final double LEAST_EVENTS = 5;

    private OutcomeCheck() {}

    /**
     * By how much the mean outcome of a whole book strays from its prediction from cycle to cycle beyond the chance of
     * single accounts: a standard deviation.
     *
     * @param cycles earlier cycles of the same model
     */
    public static double cycleDeviation(Collection<Matured> cycles) {
        double excess = 0;
        int counted = 0;
        for (Matured cycle : cycles) {
            if (cycle.rows() >= LEAST_ROWS) {
                double gap = cycle.meanObserved() - cycle.meanPredicted();
                excess += gap * gap - cycle.varianceOfMean();
                counted++;
            }
        }
        return counted == 0 ? 0 : Math.sqrt(Math.max(0, excess / counted));
    }

    /**
     * Checks every slice that is large enough; the others are left out.
     *
     * @param slices by name, e.g. {@code all} and one per receivable type
     * @param cycleDeviation as {@link #cycleDeviation} found it
     */
    public static List<OutcomeRow> check(Map<String, Matured> slices, double cycleDeviation) {
        List<Map.Entry<String, Matured>> large = slices.entrySet().stream()
                .filter(slice -> isLarge(slice.getValue()))
                .toList();
        double critical = NormalQuantile.of(1 - FALSE_ALARMS / 2 / Math.max(1, large.size()));
        List<OutcomeRow> rows = new ArrayList<>();
        large.forEach(slice -> rows.add(row(slice.getKey(), slice.getValue(), cycleDeviation, critical)));
        return rows;
    }

    private static boolean isLarge(Matured slice) {
        double paid = slice.rows() == 0 ? 0 : slice.meanPredicted() * slice.rows();
        return slice.rows() >= LEAST_ROWS && Math.min(paid, slice.rows() - paid) >= LEAST_EVENTS;
    }

    private static OutcomeRow row(String name, Matured slice, double cycleDeviation, double critical) {
        double predicted = slice.meanPredicted();
        double observed = slice.meanObserved();
        double error = Math.sqrt(slice.varianceOfMean() + cycleDeviation * cycleDeviation);
        double z = (observed - predicted) / error;
        Assessment assessment = Assessment.of(slice.predicted, slice.observed);
        return new OutcomeRow(
                name,
                slice.rows(),
                predicted,
                observed,
                new OutcomeRow.Band(
                        Math.max(0, predicted - critical * error), Math.min(1, predicted + critical * error), z),
                assessment.value(Assessment.AUC),
                assessment.value("ece"),
                Math.abs(z) > critical);
    }
}
