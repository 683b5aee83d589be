package io.arrears.model.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals: accounts drawn anew with replacement, each with all its rows, the figure computed again. The
 * draws are moved so that their mean sits at the figure, for some figures (a calibration error above all) come out higher
 * on drawn rows. For figures that can't be negative. Seeded.
 */
final class Bootstrap {
    private static final String ONLY = "only";
    private static final int DRAWS = 200;
    private static final int LARGE_SAMPLE = 100_000;
    private static final int DRAWS_OF_LARGE = 60;

    private final int[] accountOf;
    private final int accounts;
    private final long seed;
    private final int draws;

    /** @param accountOf the account of each row, numbers from 0 on without a gap */
    Bootstrap(int[] accountOf, long seed) {
        this.accountOf = accountOf;
        this.accounts = Accounts.count(accountOf);
        this.seed = seed;
        this.draws = accountOf.length > LARGE_SAMPLE ? DRAWS_OF_LARGE : DRAWS;
    }

    Interval of(ToDoubleFunction<double[]> figure) {
        return of(Map.of(ONLY, figure)).getOrDefault(ONLY, Interval.point(Double.NaN));
    }

    /** All figures on the same draws; each takes a weight per row. */
    Map<String, Interval> of(Map<String, ToDoubleFunction<double[]>> figures) {
        Map<String, List<Double>> drawn = new LinkedHashMap<>();
        for (int draw = 0; draw < draws; draw++) {
            double[] weights = weights(draw);
            figures.forEach((name, figure) ->
                    drawn.computeIfAbsent(name, fresh -> new ArrayList<>()).add(figure.applyAsDouble(weights)));
        }
        double[] unit = new double[accountOf.length];
        Arrays.fill(unit, 1);
        Map<String, Interval> intervals = new LinkedHashMap<>();
        figures.forEach((name, figure) ->
                intervals.put(name, interval(figure.applyAsDouble(unit), drawn.getOrDefault(name, List.of()))));
        return intervals;
    }

    private Interval interval(double value, List<Double> drawn) {
        double[] values = drawn.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (values.length < draws / 2) {
            return Interval.point(value);
        }
        double bias = Arrays.stream(values).average().orElseThrow() - value;
        return new Interval(
                value, Math.max(0, quantile(values, 0.025) - bias), Math.max(0, quantile(values, 0.975) - bias));
    }

    /** How often each row is drawn. */
    private double[] weights(int draw) {
        SplittableRandom random = new SplittableRandom(seed * 31 + draw);
        int[] times = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            times[random.nextInt(accounts)]++;
        }
        return Arrays.stream(accountOf).mapToDouble(account -> times[account]).toArray();
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
