package io.arrears.model.training.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile intervals: rows drawn anew with replacement, the figure computed again. The draws are moved so that their
 * mean sits at the figure, for some figures (a calibration error above all) come out higher on drawn rows. Seeded.
 */
final class Bootstrap {
    private static final int DRAWS = 200;
    private static final int LARGE_SAMPLE = 100_000;
    private static final int DRAWS_OF_LARGE = 60;

    private final Ranked ranked;
    private final long seed;
    private final int draws;

    Bootstrap(Ranked ranked, long seed) {
        this.ranked = ranked;
        this.seed = seed;
        this.draws = ranked.size > LARGE_SAMPLE ? DRAWS_OF_LARGE : DRAWS;
    }

    Interval of(ToDoubleFunction<double[]> figure) {
        double[] values = IntStream.range(0, draws)
                .mapToDouble(draw -> figure.applyAsDouble(weights(draw)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double value = figure.applyAsDouble(ranked.unitWeights());
        if (values.length < draws / 2) {
            return Interval.point(value);
        }
        double bias = Arrays.stream(values).average().orElseThrow() - value;
        return new Interval(
                value, Math.max(0, quantile(values, 0.025) - bias), Math.max(0, quantile(values, 0.975) - bias));
    }

    /** How often each row is drawn; drawn again for each figure rather than kept, for memory's sake. */
    private double[] weights(int draw) {
        SplittableRandom random = new SplittableRandom(seed * 31 + draw);
        double[] weights = new double[ranked.size];
        for (int i = 0; i < weights.length; i++) {
            weights[random.nextInt(weights.length)]++;
        }
        return weights;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
