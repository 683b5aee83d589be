package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.List;

/** How lateness moves: recent items against earlier ones, and streaks. Items stand in order of settlement. */
final class LatenessTrendFeatures implements FeatureFamily {
    private static final int RECENT = 3;
    private static final int RECENT_LONG = 6;

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "last_days_late",
                    "Days late of the item settled last",
                    "days",
                    "settlement day - due day of the last settled item",
                    "nothing settled yet",
                    "days late on the last settled item"),
            new Feature(
                    "mean_days_late_last_3",
                    "Mean days late of the last 3 settled items",
                    "days",
                    "mean of days late over the last 3 (or all when fewer)",
                    "nothing settled yet",
                    "mean days late on the last three items"),
            new Feature(
                    "mean_days_late_last_6",
                    "Mean days late of the last 6 settled items",
                    "days",
                    "mean of days late over the last 6 (or all when fewer)",
                    "nothing settled yet",
                    "mean days late on the last six items"),
            new Feature(
                    "days_late_faded_mean",
                    "Mean days late, each item weighing half its successor",
                    "days",
                    "mean of days late weighted 1, 1/2, 1/4, ... from the last settled item back",
                    "nothing settled yet",
                    "recent days late"),
            new Feature(
                    "days_late_trend",
                    "Recent days late against earlier ones",
                    "days",
                    "mean over the last 3 settled items - mean over those before",
                    "fewer than 4 items settled",
                    "change of days late lately"),
            new Feature(
                    "late_streak",
                    "Items settled late in a row",
                    "count",
                    "settled items with days late > 0 since the last that was not",
                    "never",
                    "items settled late in a row"),
            new Feature(
                    "on_time_streak",
                    "Items settled on time in a row",
                    "count",
                    "settled items with days late <= 0 since the last that was not",
                    "never",
                    "items settled on time in a row"),
            new Feature(
                    "first_days_late",
                    "Days late of the item settled first",
                    "days",
                    "settlement day - due day of the first settled item",
                    "nothing settled yet",
                    "days late on the first settled item"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        SettledItems settled = SettledItems.of(known);
        int size = settled.size();
        out[at++] = size == 0 ? Float.NaN : settled.daysLate(size - 1);
        out[at++] = mean(settled, size - RECENT, size);
        out[at++] = mean(settled, size - RECENT_LONG, size);
        out[at++] = fadedMean(settled);
        out[at++] = mean(settled, size - RECENT, size) - mean(settled, 0, size - RECENT);
        out[at++] = streak(settled, true);
        out[at++] = streak(settled, false);
        out[at] = size == 0 ? Float.NaN : settled.daysLate(0);
    }

    private static float mean(SettledItems settled, int from, int to) {
        double sum = 0;
        int first = Math.max(0, from);
        for (int i = first; i < to; i++) {
            sum += settled.daysLate(i);
        }
        return Quotient.of(sum, Math.max(0, to - first));
    }

    private static float fadedMean(SettledItems settled) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < settled.size(); i++) {
            sum = sum / 2 + settled.daysLate(i);
            weights = weights / 2 + 1;
        }
        return Quotient.of(sum, weights);
    }

    private static int streak(SettledItems settled, boolean late) {
        int length = 0;
        while (length < settled.size() && settled.daysLate(settled.size() - 1 - length) > 0 == late) {
            length++;
        }
        return length;
    }
}
