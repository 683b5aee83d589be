package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Bootstrap-t intervals by drawing whole accounts with replacement: decisions about one account share their debtor and
 * their outcome windows overlap, so they are not independent; and a draw with a heavy account has a larger error, which
 * percentiles of the values alone would overlook (Efron and Tibshirani 1993, chapter 12.5). Every figure sees the same
 * draws.
 */
final class AccountBootstrap {
    private static final int DRAWS = 1000;
    private static final double TAIL = 0.025;

    private final int accounts;
    private final long seed;

    AccountBootstrap(int accounts, long seed) {
        this.accounts = accounts;
        this.seed = seed;
    }

    /** One interval per figure, in their order; its ends are NaN where most draws have no value. */
    List<Interval> intervals(List<Figure> figures) {
        int[] once = new int[accounts];
        Arrays.fill(once, 1);
        double[] values = figures.stream()
                .mapToDouble(figure -> figure.estimate(once).value())
                .toArray();
        double[][] draws = IntStream.range(0, DRAWS)
                .parallel()
                .mapToObj(draw -> studentised(figures, values, times(draw)))
                .toArray(double[][]::new);
        return IntStream.range(0, values.length)
                .mapToObj(i -> interval(
                        values[i],
                        figures.get(i).estimate(once).standardError(once),
                        Arrays.stream(draws).mapToDouble(draw -> draw[i])))
                .toList();
    }

    /** How many of its own standard errors each figure of a draw lies from the value. */
    private static double[] studentised(List<Figure> figures, double[] values, int[] times) {
        double[] distances = new double[values.length];
        for (int i = 0; i < distances.length; i++) {
            Figure.Estimate drawn = figures.get(i).estimate(times);
            distances[i] = (drawn.value() - values[i]) / drawn.standardError(times);
        }
        return distances;
    }

    private static Interval interval(double value, double standardError, DoubleStream distances) {
        if (standardError == 0) {
            return new Interval(value, value, value);
        }
        double[] drawn = distances.filter(Double::isFinite).sorted().toArray();
        return drawn.length < DRAWS / 2
                ? new Interval(value, Double.NaN, Double.NaN)
                : new Interval(
                        value,
                        value - quantile(drawn, 1 - TAIL) * standardError,
                        value - quantile(drawn, TAIL) * standardError);
    }

    private int[] times(int draw) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + draw);
        int[] times = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            times[random.nextInt(accounts)]++;
        }
        return times;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
