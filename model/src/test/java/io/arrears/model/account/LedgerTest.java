package io.arrears.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LedgerTest {
    @Property(tries = 500)
    void agreesWithTheObviousLedger(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        Ledger ledger = known.ledger();
        SlowLedger slow = SlowLedger.of(known);

        assertThat(ledger.openItems().stream().map(LedgerItem::invoice)).isEqualTo(slow.open());
        for (LedgerItem item : ledger.items()) {
            Invoice invoice = item.invoice();
            assertThat(item.openMinor()).isEqualTo(slow.openMinor(invoice));
            assertThat(item.parts()).isEqualTo(slow.parts(invoice));
            if (!item.isOpen()) {
                assertThat(item.daysLate()).isEqualTo(slow.daysLate(invoice));
            }
        }
        assertThat(ledger.items().stream().map(LedgerItem::invoice)).isEqualTo(slow.billed());
        assertThat(ledger.creditMinor()).isEqualTo(slow.creditMinor());
        assertThat(ledger.billedMinor()).isEqualTo(slow.billedMinor());
        assertThat(ledger.paidMinor()).isEqualTo(slow.paidMinor(false));
        assertThat(ledger.adjustedMinor()).isEqualTo(slow.paidMinor(true));
    }

    @Property(tries = 300)
    void whatWasBilledIsPaidAdjustedOrOpen(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        Ledger ledger = random.known().ledger();

        assertThat(ledger.billedMinor() - ledger.paidMinor() - ledger.adjustedMinor())
                .isEqualTo(ledger.openMinor() - ledger.creditMinor());
        assertThat(Math.min(ledger.openMinor(), ledger.creditMinor())).isZero();
    }

    @Property(tries = 200)
    void stepsOrOneLeapEndTheSame(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        Ledger stepped = Ledger.start(known.invoices(), known.payments());
        for (int day = stepped.nextEventDay(); day <= known.asOfDay(); day = stepped.nextEventDay()) {
            stepped.advanceTo(day - 1);
            stepped.advanceTo(day);
        }

        assertThat(stepped.openMinor()).isEqualTo(known.ledger().openMinor());
        assertThat(stepped.pastDueMinor(known.asOfDay()))
                .isEqualTo(known.ledger().pastDueMinor(known.asOfDay()));
    }

    @Test
    void aBouncedPaymentOpensWhatItHadSettled() {
        Invoice march = invoice("march", 0, 30, 100_00);
        Payment payment = payment("p1", 40, 100_00);
        Ledger ledger = Ledger.start(List.of(march), List.of(payment, reversal("r1", 50, 100_00, "p1")));

        ledger.advanceTo(40);
        assertThat(ledger.openMinor()).isZero();
        assertThat(ledger.items().get(0).daysLate()).isEqualTo(10);

        ledger.advanceTo(50);
        assertThat(ledger.openMinor()).isEqualTo(100_00);
        assertThat(ledger.paidMinor()).isZero();
        assertThat(ledger.daysPastDue(50)).isEqualTo(20);
    }

    @Test
    void creditPaysAnItemThatABounceReopened() {
        Invoice march = invoice("march", 0, 30, 100_00);
        Ledger ledger = Ledger.through(
                60,
                List.of(march),
                List.of(payment("p1", 40, 100_00), payment("p2", 41, 60_00), reversal("r1", 50, 100_00, "p1")));

        assertThat(ledger.openMinor()).isEqualTo(40_00);
        assertThat(ledger.creditMinor()).isZero();
    }

    @Test
    void aPaymentThatNamesAnItemPaysItBeforeOlderOnes() {
        Invoice old = invoice("old", 0, 10, 50_00);
        Invoice fresh = invoice("fresh", 5, 35, 50_00);
        Payment named = new Payment("p1", 20, 70_00, PaymentKind.PAYMENT, "fresh", null, null, Days.endMicros(20));
        Ledger ledger = Ledger.through(20, List.of(old, fresh), List.of(named));

        assertThat(ledger.openItems()).singleElement().satisfies(item -> {
            assertThat(item.invoice()).isEqualTo(old);
            assertThat(item.openMinor()).isEqualTo(30_00);
        });
    }

    /** A hundred thousand open items and as many payments that name them: minutes when any step scans the open items. */
    @Test
    @Timeout(20)
    void aHugeAccountIsNoTrouble() {
        int size = 100_000;
        List<Invoice> invoices = new ArrayList<>();
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            invoices.add(invoice("i" + i, i % 1000, 2000 + i % 1000, 10_00));
            payments.add(new Payment("p" + i, 1000, 9_00, PaymentKind.PAYMENT, "i" + i, null, null, 0));
        }
        Ledger ledger = Ledger.through(3000, invoices, payments);

        assertThat(ledger.openMinor()).isEqualTo(size * 1_00L);
    }

    private static Invoice invoice(String id, int issuedDay, int dueDay, long minor) {
        return new Invoice(id, issuedDay, dueDay, minor, InvoiceKind.INVOICE, Days.endMicros(issuedDay));
    }

    private static Payment payment(String id, int day, long minor) {
        return new Payment(id, day, minor, PaymentKind.PAYMENT, null, null, null, Days.endMicros(day));
    }

    private static Payment reversal(String id, int day, long minor, String reverses) {
        return new Payment(id, day, minor, PaymentKind.REVERSAL, null, reverses, null, Days.endMicros(day));
    }
}
