package io.arrears.model.feature;

import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.SlowLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Lateness, its trend, the pace of settlement and billing. */
final class LatenessFeaturesTest {
    @Property(tries = 300)
    void lateness(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        List<Integer> late = daysLate(random.known());
        int count = late.size();
        double mean = mean(late);
        double variance = late.stream()
                .mapToDouble(days -> (days - mean) * (days - mean))
                .average()
                .orElse(Double.NaN);

        new FamilyCheck(new LatenessFeatures(), random.known())
                .expect("settled_items", count)
                .expect("mean_days_late", mean)
                .expect("std_days_late", Math.sqrt(variance))
                .expect("max_days_late", late.stream().mapToDouble(days -> days).max())
                .expect("min_days_late", late.stream().mapToDouble(days -> days).min())
                .expectRatio("late_share", count(late, days -> days > 0), count)
                .expectRatio("late_over_7d_share", count(late, days -> days > 7), count)
                .expectRatio("late_over_30d_share", count(late, days -> days > 30), count)
                .expectRatio("early_share", count(late, days -> days < 0), count)
                .expectMean(
                        "mean_days_late_when_late",
                        late.stream().filter(days -> days > 0).mapToDouble(days -> days))
                .expectMean(
                        "mean_days_early_when_early",
                        late.stream().filter(days -> days < 0).mapToDouble(days -> -days))
                .complete();
    }

    @Property(tries = 300)
    void trend(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        List<Integer> late = daysLate(random.known());
        List<Integer> newestFirst = new ArrayList<>(late);
        Collections.reverse(newestFirst);
        double faded = 0;
        double weights = 0;
        for (int i = 0; i < newestFirst.size(); i++) {
            faded += newestFirst.get(i) * Math.pow(0.5, i);
            weights += Math.pow(0.5, i);
        }
        double trend =
                late.size() < 4 ? Double.NaN : mean(newestFirst.subList(0, 3)) - mean(late.subList(0, late.size() - 3));

        new FamilyCheck(new LatenessTrendFeatures(), random.known())
                .expect("last_days_late", FamilyCheck.last(late))
                .expectMean(
                        "mean_days_late_last_3", newestFirst.stream().limit(3).mapToDouble(days -> days))
                .expectMean(
                        "mean_days_late_last_6", newestFirst.stream().limit(6).mapToDouble(days -> days))
                .expectRatio("days_late_faded_mean", faded, weights)
                .expect("days_late_trend", trend)
                .expect(
                        "late_streak",
                        newestFirst.stream().takeWhile(days -> days > 0).count())
                .expect(
                        "on_time_streak",
                        newestFirst.stream().takeWhile(days -> days <= 0).count())
                .expect("first_days_late", FamilyCheck.first(late))
                .complete();
    }

    @Property(tries = 300)
    void pace(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        SlowLedger ledger = SlowLedger.of(random.known());
        List<Invoice> settled = ledger.settled();
        List<Integer> taken = settled.stream()
                .map(item -> ledger.settledDay(item) - item.issuedDay())
                .toList();
        List<Double> used = settled.stream()
                .filter(item -> item.dueDay() > item.issuedDay())
                .map(item -> (double) (ledger.settledDay(item) - item.issuedDay()) / (item.dueDay() - item.issuedDay()))
                .toList();

        new FamilyCheck(new SettlementPaceFeatures(), random.known())
                .expect("mean_days_to_settle", mean(taken))
                .expect("last_days_to_settle", FamilyCheck.last(taken))
                .expectMean("mean_term_used_ratio", used.stream().mapToDouble(ratio -> ratio))
                .expect("last_term_used_ratio", FamilyCheck.last(used))
                .expectRatio(
                        "paid_in_parts_share",
                        settled.stream().filter(item -> ledger.parts(item) > 1).count(),
                        settled.size())
                .expect(
                        "part_paid_open_items",
                        ledger.open().stream()
                                .filter(item -> ledger.parts(item) > 0)
                                .count())
                .complete();
    }

    @Property(tries = 300)
    void billing(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        SlowLedger ledger = SlowLedger.of(known);
        List<Invoice> items = ledger.billed();
        List<Invoice> before = items.subList(0, Math.max(0, items.size() - 1));
        Stream<Invoice> lastOne = items.stream().skip(before.size());
        Invoice last = lastOne.findFirst().orElse(new Invoice("none", 0, 0, 0, InvoiceKind.INVOICE, 0));
        double none = items.isEmpty() ? Double.NaN : 0;
        double single = before.isEmpty() ? Double.NaN : 0;
        Invoice previous = before.isEmpty() ? last : before.get(before.size() - 1);
        boolean idle = !before.isEmpty() && ledger.openMinor(previous) == 0;
        double fees = items.stream()
                .filter(item -> item.kind() == InvoiceKind.FEE || item.kind() == InvoiceKind.INTEREST)
                .mapToDouble(Invoice::amountMinor)
                .sum();

        new FamilyCheck(new BillingFeatures(), known)
                .expect("items_billed", items.size())
                .expectMoney("mean_item_amount", none + meanMinor(items))
                .expectMoney("last_item_amount", none + last.amountMinor())
                .expect("last_item_relative", last.amountMinor() / meanMinor(before))
                .expect(
                        "item_amount_growth",
                        none
                                + last.amountMinor()
                                        / (items.isEmpty() ? 1.0 : items.get(0).amountMinor()))
                .expect(
                        "largest_item_relative",
                        last.amountMinor()
                                / before.stream()
                                        .mapToDouble(Invoice::amountMinor)
                                        .max()
                                        .orElse(Double.NaN))
                .expect("last_item_term_days", none + last.dueDay() - last.issuedDay())
                .expect("last_item_age_days", none + known.asOfDay() - last.issuedDay())
                .expect(
                        "mean_item_gap_days",
                        single
                                + (double) (last.issuedDay()
                                                - (items.isEmpty()
                                                        ? 0
                                                        : items.get(0).issuedDay()))
                                        / before.size())
                .expect("last_item_gap_days", single + last.issuedDay() - previous.issuedDay())
                .expect("last_item_idle_days", idle ? last.issuedDay() - ledger.settledDay(previous) : Double.NaN)
                .expectRatio("fee_share", fees, ledger.billedMinor())
                .complete();
    }

    private static double meanMinor(List<Invoice> items) {
        return items.stream().mapToDouble(Invoice::amountMinor).average().orElse(Double.NaN);
    }

    /** Of the settled items, in order of settlement. */
    private static List<Integer> daysLate(KnownHistory known) {
        SlowLedger ledger = SlowLedger.of(known);
        return ledger.settled().stream().map(ledger::daysLate).toList();
    }

    private static double mean(List<Integer> values) {
        return values.stream().mapToInt(value -> value).average().orElse(Double.NaN);
    }

    private static long count(List<Integer> values, Predicate<Integer> which) {
        return values.stream().filter(which).count();
    }
}
