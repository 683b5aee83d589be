package io.arrears.model.feature;

import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Received;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How regularly money comes in. A payment day is a day with at least one payment. The usual day of the month is the
 * circular mean over the last payment days (Mardia and Jupp, Directional Statistics, 2000), the concentration its
 * resultant length: 1 when always on the same day, near 0 when spread over the month. StrictMath gives every machine the
 * same bits.
 */
final class PaymentRhythmFeatures implements FeatureFamily {
    private static final int PAYDAYS = 12;
    private static final int FEWEST_PAYDAYS = 3;
    private static final int LONGEST_MONTH = 31;
    private static final double RADIANS_PER_DAY = 2 * Math.PI / LONGEST_MONTH;

    /** Half-way between two days counts as the earlier one, whatever the rounding of the last bit. */
    private static final double HALF_WAY = 1e-6;
    /** Below this concentration the mean points nowhere. */
    private static final double NO_DIRECTION = 1e-6;

    private static final double[] SINES = dial(StrictMath::sin);
    private static final double[] COSINES = dial(StrictMath::cos);

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "payment_gap_mean_days",
                    "Mean days between payment days",
                    "days",
                    "(last - first payment day) / (payment days - 1)",
                    "fewer than 2 payment days",
                    "days between payments"),
            new Feature(
                    "payment_gap_std_days",
                    "Spread of the days between payment days",
                    "days",
                    "population standard deviation of the gaps",
                    "fewer than 2 payment days",
                    "irregularity of payments"),
            new Feature(
                    "payment_gap_variation",
                    "Spread of the gaps relative to their mean",
                    "ratio",
                    "payment_gap_std_days / payment_gap_mean_days",
                    "fewer than 2 payment days",
                    "relative irregularity of payments"),
            new Feature(
                    "payment_overdue_ratio",
                    "Days since the last payment relative to the usual gap",
                    "ratio",
                    "days since the last payment / payment_gap_mean_days",
                    "fewer than 2 payment days",
                    "time since the last payment against the usual gap"),
            new Feature(
                    "payday_concentration",
                    "How much payments gather on one day of the month",
                    "0 to 1",
                    "resultant length of 2 pi (day of month - 1) / 31 over the last 12 payment days",
                    "fewer than 3 payment days",
                    "regular day of payment"),
            new Feature(
                    "days_to_usual_payday",
                    "Days until the usual day of payment",
                    "days",
                    "days from D to the next date with the circular mean day of month, or the month's last when it is shorter",
                    "fewer than 3 payment days, or payday_concentration is 0",
                    "days until the usual payday"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Received received = Received.of(known);
        int days = writeGaps(received, known.asOfDay(), out, at);
        out[at + 4] = Float.NaN;
        out[at + 5] = Float.NaN;
        if (days >= FEWEST_PAYDAYS) {
            writePayday(received, known.asOfDay(), out, at + 4);
        }
    }

    /** A function of the angle of each day of the month. */
    private static double[] dial(DoubleUnaryOperator function) {
        return IntStream.range(0, LONGEST_MONTH)
                .mapToDouble(position -> function.applyAsDouble(position * RADIANS_PER_DAY))
                .toArray();
    }

    /** Answers the number of payment days. */
    private static int writeGaps(Received received, int asOf, float[] out, int at) {
        int days = received.isEmpty() ? 0 : 1;
        double squares = 0;
        for (int i = 1; i < received.size(); i++) {
            double gap = received.day(i) - received.day(i - 1);
            if (gap > 0) {
                days++;
                squares += gap * gap;
            }
        }
        double gaps = days < 2 ? Double.NaN : days - 1;
        double mean = days < 2 ? Double.NaN : (received.lastDay() - received.day(0)) / gaps;
        double deviation = Math.sqrt(Math.max(0, squares / gaps - mean * mean));
        out[at] = (float) mean;
        out[at + 1] = (float) deviation;
        out[at + 2] = (float) (deviation / mean);
        out[at + 3] = days < 2 ? Float.NaN : (float) ((asOf - received.lastDay()) / mean);
        return days;
    }

    private static void writePayday(Received received, int asOf, float[] out, int at) {
        double sine = 0;
        double cosine = 0;
        int days = 0;
        for (int i = received.size() - 1; i >= 0 && days < PAYDAYS; i--) {
            if (i == received.size() - 1 || received.day(i) != received.day(i + 1)) {
                int position = Days.date(received.day(i)).getDayOfMonth() - 1;
                sine += SINES[position];
                cosine += COSINES[position];
                days++;
            }
        }
        double concentration = StrictMath.hypot(sine, cosine) / days;
        out[at] = (float) concentration;
        if (concentration > NO_DIRECTION) {
            double position = StrictMath.atan2(sine, cosine) / RADIANS_PER_DAY;
            long usual = Math.floorMod(Math.round(position - HALF_WAY), (long) LONGEST_MONTH) + 1;
            out[at + 1] = daysUntil((int) usual, asOf);
        }
    }

    private static int daysUntil(int dayOfMonth, int asOf) {
        LocalDate today = Days.date(asOf);
        LocalDate payday = today.withDayOfMonth(Math.min(dayOfMonth, today.lengthOfMonth()));
        if (payday.isBefore(today)) {
            LocalDate next = today.plusMonths(1);
            payday = next.withDayOfMonth(Math.min(dayOfMonth, next.lengthOfMonth()));
        }
        return Days.of(payday) - asOf;
    }
}
