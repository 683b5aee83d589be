package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.List;

/** How late items were settled. Days late are negative when an item was settled before its due day. */
final class LatenessFeatures implements FeatureFamily {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "settled_items",
                    "Number of items settled",
                    "count",
                    "items of which nothing is open",
                    "never",
                    "number of settled items"),
            new Feature(
                    "mean_days_late",
                    "Mean days late of the settled items",
                    "days",
                    "mean of settlement day - due day",
                    "nothing settled yet",
                    "mean days late on earlier items"),
            new Feature(
                    "std_days_late",
                    "Spread of the days late of the settled items",
                    "days",
                    "population standard deviation of days late",
                    "nothing settled yet",
                    "spread of days late on earlier items"),
            new Feature(
                    "max_days_late",
                    "Most days late of a settled item",
                    "days",
                    "maximum of days late",
                    "nothing settled yet",
                    "most days late on an earlier item"),
            new Feature(
                    "min_days_late",
                    "Least days late of a settled item",
                    "days",
                    "minimum of days late",
                    "nothing settled yet",
                    "earliest settlement of an earlier item"),
            new Feature(
                    "late_share",
                    "Share of the settled items that were late",
                    "share",
                    "items with days late > 0 / settled items",
                    "nothing settled yet",
                    "share of earlier items settled late"),
            new Feature(
                    "late_over_7d_share",
                    "Share of the settled items over a week late",
                    "share",
                    "items with days late > 7 / settled items",
                    "nothing settled yet",
                    "share of earlier items over a week late"),
            new Feature(
                    "late_over_30d_share",
                    "Share of the settled items over a month late",
                    "share",
                    "items with days late > 30 / settled items",
                    "nothing settled yet",
                    "share of earlier items over a month late",
                    Tendency.LOWERS),
            new Feature(
                    "early_share",
                    "Share of the settled items settled before the due day",
                    "share",
                    "items with days late < 0 / settled items",
                    "nothing settled yet",
                    "share of earlier items settled early"),
            new Feature(
                    "mean_days_late_when_late",
                    "Mean days late of the items that were late",
                    "days",
                    "mean of days late over items with days late > 0",
                    "nothing settled late",
                    "days late when late"),
            new Feature(
                    "mean_days_early_when_early",
                    "Mean days early of the items that were early",
                    "days",
                    "mean of -days late over items with days late < 0",
                    "nothing settled early",
                    "days early when early"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Distribution late = new Distribution();
        SettledItems settled = SettledItems.of(known);
        for (int i = 0; i < settled.size(); i++) {
            late.add(settled.daysLate(i));
        }
        late.write(out, at);
    }

    private static final class Distribution {
        private int count;
        private double sum;
        private double squares;
        private int max = Integer.MIN_VALUE;
        private int min = Integer.MAX_VALUE;
        private int overWeek;
        private int overMonth;
        private int late;
        private double lateSum;
        private int early;
        private double earlySum;

        void add(int daysLate) {
            count++;
            sum += daysLate;
            squares += (double) daysLate * daysLate;
            max = Math.max(max, daysLate);
            min = Math.min(min, daysLate);
            overWeek += daysLate > WEEK ? 1 : 0;
            overMonth += daysLate > MONTH ? 1 : 0;
            if (daysLate > 0) {
                late++;
                lateSum += daysLate;
            } else if (daysLate < 0) {
                early++;
                earlySum -= daysLate;
            }
        }

        void write(float[] out, int at) {
            double mean = sum / count;
            out[at++] = count;
            out[at++] = Quotient.of(sum, count);
            out[at++] = (float) Math.sqrt(Math.max(0, squares / count - mean * mean));
            out[at++] = count == 0 ? Float.NaN : max;
            out[at++] = count == 0 ? Float.NaN : min;
            out[at++] = Quotient.of(late, count);
            out[at++] = Quotient.of(overWeek, count);
            out[at++] = Quotient.of(overMonth, count);
            out[at++] = Quotient.of(early, count);
            out[at++] = Quotient.of(lateSum, late);
            out[at] = Quotient.of(earlySum, early);
        }
    }
}
