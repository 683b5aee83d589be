package io.arrears.model.feature;

import static io.arrears.model.feature.FamilyCheck.received;
import static io.arrears.model.feature.FamilyCheck.receivedBetween;

import io.arrears.model.account.Days;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.SlowLedger;
import io.arrears.model.feature.FamilyCheck.Net;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class PaymentFeaturesTest {
    private static final int EVER = 100_000;

    @Property(tries = 300)
    void activity(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        List<Integer> ages =
                received(known).stream().map(net -> known.asOfDay() - net.day()).toList();

        new FamilyCheck(new PaymentActivityFeatures(), known)
                .expect(
                        "days_since_last_payment",
                        ages.stream().mapToDouble(age -> age).min())
                .expect(
                        "days_since_first_payment",
                        ages.stream().mapToDouble(age -> age).max())
                .expect("payments_total", ages.size())
                .expect("payments_30d", ages.stream().filter(age -> age <= 30).count())
                .expect("payments_90d", ages.stream().filter(age -> age <= 90).count())
                .expect("payments_180d", ages.stream().filter(age -> age <= 180).count())
                .expect("payments_365d", ages.stream().filter(age -> age <= 365).count())
                .complete();
    }

    @Property(tries = 300)
    void amounts(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        SlowLedger ledger = SlowLedger.of(known);
        int asOf = known.asOfDay();
        List<Long> minors = received(known).stream().map(Net::minor).toList();
        double mean = minors.stream().mapToLong(minor -> minor).average().orElse(Double.NaN);
        double last = FamilyCheck.last(minors);
        double due = known.invoices().stream()
                .filter(invoice -> invoice.dueDay() >= asOf - 180 && invoice.dueDay() <= asOf - 1)
                .mapToDouble(Invoice::amountMinor)
                .sum();

        new FamilyCheck(new PaymentAmountFeatures(), known)
                .expectMoney("paid_amount_30d", receivedBetween(known, asOf - 30, EVER))
                .expectMoney("paid_amount_90d", receivedBetween(known, asOf - 90, EVER))
                .expectMoney("paid_amount_365d", receivedBetween(known, asOf - 365, EVER))
                .expectMoney("mean_payment_amount", mean)
                .expectMoney("last_payment_amount", last)
                .expect("last_payment_relative", last / mean)
                .expectRatio("paid_to_billed_ratio", ledger.paidMinor(false), ledger.billedMinor())
                .expectRatio("paid_to_due_180d_ratio", receivedBetween(known, asOf - 180, EVER), due)
                .expectRatio("open_to_paid_90d_ratio", ledger.openMinor(), receivedBetween(known, asOf - 90, EVER))
                .expectRatio("adjusted_to_billed_ratio", ledger.paidMinor(true), ledger.billedMinor())
                .complete();
    }

    @Property(tries = 500)
    void rhythm(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        List<Integer> days = received(known).stream().map(Net::day).distinct().toList();
        double[] gaps = IntStream.range(1, days.size())
                .mapToDouble(i -> days.get(i) - days.get(i - 1))
                .toArray();
        double mean = DoubleStream.of(gaps).average().orElse(Double.NaN);
        double deviation = Math.sqrt(DoubleStream.of(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElse(Double.NaN));
        boolean enough = days.size() >= 3;
        double[] compass = compass(days);

        new FamilyCheck(new PaymentRhythmFeatures(), known)
                .expect("payment_gap_mean_days", mean)
                .expect("payment_gap_std_days", deviation)
                .expect("payment_gap_variation", deviation / mean)
                .expect("payment_overdue_ratio", (known.asOfDay() - FamilyCheck.last(days)) / mean)
                .expect("payday_concentration", enough ? Math.hypot(compass[0], compass[1]) : Double.NaN)
                .expect(
                        "days_to_usual_payday",
                        enough && Math.hypot(compass[0], compass[1]) > 1e-6
                                ? daysUntil(compass, known.asOfDay())
                                : Double.NaN)
                .complete();
    }

    /** Mean position of the last twelve payment days on a dial of 31 days: to the east, to the north. */
    private static double[] compass(List<Integer> days) {
        double[] angles = days.stream()
                .skip(Math.max(0, days.size() - 12))
                .mapToDouble(day -> Math.toRadians(360 * (Days.date(day).getDayOfMonth() - 1) / 31.0))
                .toArray();
        return new double[] {
            DoubleStream.of(angles).map(Math::cos).average().orElse(Double.NaN),
            DoubleStream.of(angles).map(Math::sin).average().orElse(Double.NaN)
        };
    }

    /** Walks day by day until the day of the month is the usual one, or the last of a month too short for it. */
    private static int daysUntil(double[] compass, int asOf) {
        double turns = Math.toDegrees(StrictMath.atan2(compass[1], compass[0])) / 360;
        long usual = Math.floorMod(Math.round(turns * 31 - 1e-6), 31L) + 1;
        for (int days = 0; ; days++) {
            LocalDate date = Days.date(asOf + days);
            if (date.getDayOfMonth() == Math.min(usual, date.lengthOfMonth())) {
                return days;
            }
        }
    }

    @Property(tries = 200)
    void reversals(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        List<Integer> ages = known.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.REVERSAL)
                .map(payment -> known.asOfDay() - payment.paidDay())
                .toList();
        long payments = known.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.PAYMENT)
                .count();

        new FamilyCheck(new ReversalFeatures(), known)
                .expect(
                        "reversals_180d",
                        ages.stream().filter(age -> age <= 180).count())
                .expect("reversals_total", ages.size())
                .expectRatio("reversal_share", ages.size(), payments)
                .expect(
                        "days_since_last_reversal",
                        ages.stream().mapToDouble(age -> age).min())
                .complete();
    }
}
