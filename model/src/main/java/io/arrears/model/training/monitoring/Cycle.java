package io.arrears.model.training.monitoring;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One as-of day whose outcomes are known, boiled down: what was predicted and seen, and an estimate per signal.
 *
 * @param learned whether the model has seen these outcomes: such a cycle teaches what is usual, but is not judged
 */
public record Cycle(int asOfDay, boolean learned, Map<Signal, Estimate> estimates, Means means) {
    private static final double LARGEST_LOG_ODDS = 10;

    /** Mean prediction and outcome, and the mean weight p (1 - p), per signal of level or slice. */
    record Means(Map<Signal, double[]> bySignal) {}

    /**
     * Boils a cycle down.
     *
     * @param slices rows by name, e.g. {@code receivable_type=utility}
     * @param inputs per input and row its rank from -0.5 to 0.5 among the rows of the training window; NaN = missing
     */
    public static Cycle of(
            int asOfDay, boolean learned, Matured matured, Map<String, int[]> slices, Map<String, double[]> inputs) {
        Map<Signal, Estimate> estimates = new LinkedHashMap<>();
        Map<Signal, double[]> means = new LinkedHashMap<>();
        int[] all = IntStream.range(0, matured.rows()).toArray();
        estimates.put(Signal.LEVEL, Estimate.shift(matured, all));
        means.put(Signal.LEVEL, means(matured, all));
        estimates.put(Signal.SLOPE, Estimate.tilt(matured, logOdds(matured)));
        slices.forEach((name, rows) -> {
            Signal signal = new Signal(Signal.Kind.SLICE, name);
            estimates.put(signal, Estimate.shift(matured, rows));
            means.put(signal, means(matured, rows));
        });
        inputs.forEach(
                (name, ranks) -> estimates.put(new Signal(Signal.Kind.INPUT, name), Estimate.tilt(matured, ranks)));
        estimates.values().removeIf(estimate -> !estimate.isKnown());
        return new Cycle(asOfDay, learned, estimates, new Means(means));
    }

    private static double[] logOdds(Matured matured) {
        return Arrays.stream(matured.predicted)
                .map(p -> Math.max(-LARGEST_LOG_ODDS, Math.min(LARGEST_LOG_ODDS, Math.log(p / (1 - p)))))
                .toArray();
    }

    private static double[] means(Matured matured, int[] rows) {
        double[] means = new double[3];
        for (int row : rows) {
            means[0] += matured.predicted[row] / rows.length;
            means[1] += matured.observed[row] / rows.length;
            means[2] += matured.weight(row) / rows.length;
        }
        return means;
    }
}
