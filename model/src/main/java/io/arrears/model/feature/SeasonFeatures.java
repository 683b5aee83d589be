package io.arrears.model.feature;

import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import java.time.LocalDate;
import java.util.List;

/** Where in the year, the month and the week the as-of day stands. */
final class SeasonFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "month_sine",
                    "Month of the year as a sine",
                    "-1 to 1",
                    "sin(2 pi (month - 1) / 12)",
                    "never",
                    "time of the year"),
            new Feature(
                    "month_cosine",
                    "Month of the year as a cosine",
                    "-1 to 1",
                    "cos(2 pi (month - 1) / 12)",
                    "never",
                    "time of the year"),
            new Feature("day_of_month", "Day of the month", "day", "day of month of D", "never", "day of the month"),
            new Feature(
                    "days_to_month_end",
                    "Days until the month's last day",
                    "days",
                    "last day of D's month - D",
                    "never",
                    "days to the end of the month"),
            new Feature(
                    "day_of_week",
                    "Day of the week",
                    "1 to 7",
                    "1 = Monday .. 7 = Sunday",
                    "never",
                    "day of the week"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        LocalDate date = Days.date(known.asOfDay());
        double angle = 2 * Math.PI * (date.getMonthValue() - 1) / 12;
        out[at++] = exact(StrictMath.sin(angle));
        out[at++] = exact(StrictMath.cos(angle));
        out[at++] = date.getDayOfMonth();
        out[at++] = date.lengthOfMonth() - date.getDayOfMonth();
        out[at] = date.getDayOfWeek().getValue();
    }

    /** Without the last bits, so that the sine of a half turn is 0. */
    private static float exact(double value) {
        return (float) (Math.rint(value * 1e9) / 1e9 + 0.0);
    }
}
