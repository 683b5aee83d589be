package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile intervals by drawing whole accounts with replacement: decisions about one account share their debtor and
 * their outcome windows overlap, so they are not independent. Every figure sees the same draws.
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

    /** @param figure of how often each account was drawn */
    Interval interval(ToDoubleFunction<int[]> figure) {
        int[] once = new int[accounts];
        Arrays.fill(once, 1);
        double value = figure.applyAsDouble(once);
        double[] drawn = IntStream.range(0, DRAWS)
                .parallel()
                .mapToDouble(draw -> figure.applyAsDouble(times(draw)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return drawn.length < DRAWS / 2
                ? new Interval(value, Double.NaN, Double.NaN)
                : new Interval(value, quantile(drawn, TAIL), quantile(drawn, 1 - TAIL));
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
