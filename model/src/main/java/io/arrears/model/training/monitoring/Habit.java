package io.arrears.model.training.monitoring;

import java.util.Arrays;

/**
 * How far an input usually moves from one cycle to the next: index values are about lognormal, their spread is learned on
 * top of a prior worth {@value #PRIOR_STEPS} steps. A book that ages steps far every month and is not alarming for it.
 * Only the last {@value #REMEMBERED} steps count: a young book moves faster.
 */
public final class Habit {
    /** Chance of any alarm on movement, all inputs together, in a cycle that moves as usual. */
    public static final double FALSE_ALARMS = 0.002;

    private static final int PRIOR_STEPS = 4;
    private static final int LEAST_STEPS = 3;
    private static final int REMEMBERED = 8;
    private static final double PRIOR_VARIANCE = 0.4 * 0.4;
    private static final double OFFSET = 1e-3;

    private Habit() {}

    /**
     * The step that is exceeded as seldom as the false-alarm rate says; infinite with fewer than {@value #LEAST_STEPS}
     * steps to learn from.
     *
     * @param all stability indexes from one cycle to the next, rising in time
     * @param checks among how many inputs this is one
     */
    public static double limit(double[] all, int checks) {
        if (all.length < LEAST_STEPS) {
            return Double.POSITIVE_INFINITY;
        }
        double[] steps = Arrays.copyOfRange(all, Math.max(0, all.length - REMEMBERED), all.length);
        double[] logs =
                Arrays.stream(steps).map(step -> Math.log(step + OFFSET)).toArray();
        double mean = Arrays.stream(logs).average().orElseThrow();
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        int degrees = steps.length - 1 + PRIOR_STEPS;
        double variance = (squares + PRIOR_STEPS * PRIOR_VARIANCE) / degrees * (1 + 1.0 / steps.length);
        return Math.exp(mean + StudentT.quantile(1 - FALSE_ALARMS / checks, degrees) * Math.sqrt(variance)) - OFFSET;
    }
}
