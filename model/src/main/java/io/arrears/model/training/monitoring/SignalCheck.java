package io.arrears.model.training.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * One signal of one cycle held against what the cycles before it let expect. Departures are in log-odds; for a slope and
 * an input they are per unit of predicted log-odds and over the input's whole range.
 *
 * @param departure of outcomes from predictions; positive = more was paid
 * @param expected the forecast of it
 * @param limit how far from the forecast it may lie before it is an alarm
 * @param z how far it lies, as a standard normal
 * @param moved whether so large a z is rarer than {@link CycleReview#MOVED} among all signals of its kind: where to look
 *     once there is an alarm
 * @param shares mean prediction and outcome, for the level and for slices; null for others
 */
public record SignalCheck(
        Signal signal,
        int rows,
        double departure,
        double expected,
        double limit,
        double z,
        boolean moved,
        @Nullable Shares shares) {
    public boolean alarm() {
        return Math.abs(departure - expected) > limit;
    }

    /**
     * @param low least share that was to be expected
     * @param high largest
     */
    public record Shares(double predicted, double observed, double low, double high) {}
}
