package io.arrears.model.feature;

import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.SlowLedger;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Balance, ageing and the trail of arrears against the slow ledger, day by day. */
final class BalanceFeaturesTest {
    @Property(tries = 300)
    void balance(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        SlowLedger ledger = SlowLedger.of(known);
        int asOf = known.asOfDay();
        double open = ledger.openMinor();
        double billed = ledger.open().stream().mapToLong(Invoice::amountMinor).sum();
        Long limit = known.getAccount().profile().creditLimitMinor();
        Predicate<Invoice> pastDue = invoice -> invoice.dueDay() < asOf;
        Predicate<Invoice> dueSoon = invoice -> invoice.dueDay() >= asOf && invoice.dueDay() <= asOf + 29;

        new FamilyCheck(new BalanceFeatures(), known)
                .expectMoney("open_balance", open)
                .expectMoney("past_due_amount", sum(ledger, pastDue))
                .expectMoney("due_next_30d_amount", sum(ledger, dueSoon))
                .expectRatio("past_due_share", sum(ledger, pastDue), open)
                .expect("open_items", ledger.open().size())
                .expect("past_due_items", ledger.open().stream().filter(pastDue).count())
                .expectRatio("open_billed_paid_share", billed - open, billed)
                .expectRatio("limit_utilisation", open, limit == null ? 0 : limit)
                .expectMoney("credit_balance", ledger.creditMinor())
                .complete();
    }

    @Property(tries = 300)
    void ageing(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        SlowLedger ledger = SlowLedger.of(known);
        int asOf = known.asOfDay();
        List<Invoice> open = ledger.open();
        double balance = ledger.openMinor();
        double weighted = open.stream()
                .mapToDouble(item -> (double) Math.max(0, asOf - item.dueDay()) * ledger.openMinor(item))
                .sum();

        new FamilyCheck(new AgeingFeatures(), known)
                .expect(
                        "days_past_due",
                        open.stream()
                                .mapToInt(item -> Math.max(0, asOf - item.dueDay()))
                                .max()
                                .orElse(0))
                .expect(
                        "days_until_next_due",
                        open.stream()
                                .mapToDouble(item -> item.dueDay() - asOf)
                                .filter(days -> days >= 0)
                                .min())
                .expect(
                        "oldest_open_item_age_days",
                        open.stream()
                                .mapToDouble(item -> asOf - item.issuedDay())
                                .max())
                .expectRatio("mean_days_past_due", weighted, balance)
                .expectRatio("aged_1_30_share", aged(ledger, asOf, 1, 30), balance)
                .expectRatio("aged_31_60_share", aged(ledger, asOf, 31, 60), balance)
                .expectRatio("aged_61_90_share", aged(ledger, asOf, 61, 90), balance)
                .expectRatio("aged_over_90_share", aged(ledger, asOf, 91, 99_999), balance)
                .complete();
    }

    @Property(tries = 60)
    void trailOfArrears(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        int asOf = known.asOfDay();
        int[] daysPastDue = IntStream.rangeClosed(asOf - 364, asOf)
                .map(day ->
                        Ledger.through(day, known.invoices(), known.payments()).daysPastDue(day))
                .toArray();
        IntStream halfYear = IntStream.of(daysPastDue).skip(365 - 180);
        long now = pastDueAtEndOf(known, asOf);

        new FamilyCheck(new ArrearsTrailFeatures(), known)
                .expectMoney("past_due_change_90d", now - pastDueAtEndOf(known, asOf - 90))
                .expectMoney("past_due_change_60d", now - pastDueAtEndOf(known, asOf - 60))
                .expectMoney("past_due_change_30d", now - pastDueAtEndOf(known, asOf - 30))
                .expect("worst_days_past_due_180d", halfYear.max().orElseThrow())
                .expect(
                        "worst_days_past_due_365d",
                        IntStream.of(daysPastDue).max().orElseThrow())
                .expect(
                        "past_due_days_180d",
                        IntStream.of(daysPastDue)
                                .skip(365 - 180)
                                .filter(days -> days > 0)
                                .count())
                .complete();
    }

    private static long pastDueAtEndOf(KnownHistory known, int day) {
        SlowLedger ledger = SlowLedger.through(day, known.invoices(), known.payments());
        return sum(ledger, item -> item.dueDay() < day);
    }

    private static long aged(SlowLedger ledger, int asOf, int from, int through) {
        return sum(ledger, item -> asOf - item.dueDay() >= from && asOf - item.dueDay() <= through);
    }

    private static long sum(SlowLedger ledger, Predicate<Invoice> which) {
        return ledger.open().stream().filter(which).mapToLong(ledger::openMinor).sum();
    }
}
