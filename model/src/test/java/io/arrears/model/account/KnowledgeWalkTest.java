package io.arrears.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KnowledgeWalkTest {
    private static final AccountId ID = new AccountId("a1");
    private static final Invoice BILL = new Invoice("i1", 10, 20, 90_00, InvoiceKind.INVOICE, Days.endMicros(10));

    @Test
    void theLedgerGoesOnWhileThePastStays() {
        Iterator<KnownHistory> walk = walk(BILL, payment("p1", 15, 15, 30_00), payment("p2", 45, 45, 20_00));
        Ledger first = walk.next().ledger();
        assertThat(first.openMinor()).isEqualTo(60_00);

        KnownHistory second = walk.next();

        assertThat(second.ledger()).isSameAs(first);
        assertThat(second.ledger().openMinor()).isEqualTo(40_00);
    }

    @Test
    void latePaymentsAndCorrectionsAreReplayedAnew() {
        for (Payment late : List.of(payment("p2", 12, 35, 20_00), payment("p1", 15, 35, 50_00))) {
            Iterator<KnownHistory> walk = walk(BILL, payment("p1", 15, 15, 30_00), late);
            Ledger first = walk.next().ledger();

            assertThat(walk.next().ledger())
                    .isNotSameAs(first)
                    .extracting(Ledger::openMinor)
                    .isEqualTo(40_00L);
        }
    }

    /** Payments are kept for taking back only when some payment is taken back. */
    @Test
    void theFirstReversalIsReplayedAnew() {
        Payment bounce = new Payment("r1", 40, 30_00, PaymentKind.REVERSAL, null, "p1", null, Days.endMicros(40));
        Iterator<KnownHistory> walk = walk(BILL, payment("p1", 15, 15, 30_00), bounce);
        walk.next().ledger();

        assertThat(walk.next().ledger().openMinor()).isEqualTo(90_00);
    }

    @Test
    void anEarlierStepStaysWhatItWas() {
        Iterator<KnownHistory> walk = walk(BILL, payment("p1", 15, 15, 30_00), payment("p2", 45, 45, 20_00));
        KnownHistory first = walk.next();
        first.ledger();
        walk.next().ledger();

        assertThat(first.payments()).hasSize(1);
        assertThat(first.ledger().openMinor()).isEqualTo(60_00);
    }

    @Test
    void daysThatDoNotAscendAreRefused() {
        AccountHistory history = AccountHistory.of(ID, List.of(BILL));

        assertThatThrownBy(() -> history.walk(30, 30)).hasMessageContaining("1970-01-31");
    }

    /** As of days 30 and 60. */
    private static Iterator<KnownHistory> walk(Fact... facts) {
        return AccountHistory.of(ID, new ArrayList<>(List.of(facts))).walk(30, 60);
    }

    private static Payment payment(String id, int day, int knownDay, long minor) {
        return new Payment(id, day, minor, PaymentKind.PAYMENT, null, null, null, Days.endMicros(knownDay));
    }
}
