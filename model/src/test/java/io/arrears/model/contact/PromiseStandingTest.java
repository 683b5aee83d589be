package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.Received;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

class PromiseStandingTest {
    private static final int GRACE = 3;

    @Property(tries = 500)
    void standings_are_those_of_summing_payment_by_payment(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        Received received = Received.of(known);
        for (Promise promise : known.promises()) {
            PromiseStanding standing = PromiseStanding.of(promise, received, known.asOfDay(), GRACE);
            Statistics.label("standing").collect(standing);
            assertThat(standing).as("%s", promise).isEqualTo(slow(promise, known));
        }
    }

    private static PromiseStanding slow(Promise promise, KnownHistory known) {
        int last = promise.dueDay() + GRACE;
        long received = 0;
        for (Payment payment : known.payments()) {
            if (payment.kind() == PaymentKind.PAYMENT
                    && promise.madeDay() <= payment.paidDay()
                    && payment.paidDay() <= last) {
                received += Math.max(0, payment.amountMinor() - takenBack(payment, known));
            }
        }
        if (received >= promise.amountMinor()) {
            return PromiseStanding.KEPT;
        }
        return known.asOfDay() <= last ? PromiseStanding.PENDING : PromiseStanding.BROKEN;
    }

    private static long takenBack(Payment payment, KnownHistory known) {
        return known.payments().stream()
                .filter(other ->
                        other.kind() == PaymentKind.REVERSAL && payment.id().equals(other.reverses()))
                .mapToLong(Payment::amountMinor)
                .sum();
    }
}
