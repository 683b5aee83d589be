package io.arrears.model.training;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** When an account had nothing past due any more. */
final class Cure {
    private Cure() {}

    /**
     * The first day from {@code day} through {@code last} that ended with nothing past due, by money that stayed and the
     * credit given before {@code day}.
     */
    static OptionalInt findDay(KnownHistory now, int day, int last) {
        List<Payment> payments = new ArrayList<>(StayedMoney.of(now.payments()));
        for (Payment payment : now.payments()) {
            if (payment.kind().isAdjustment() && payment.paidDay() < day) {
                payments.add(payment);
            }
        }
        Ledger ledger = Ledger.start(now.invoices(), payments);
        for (int today = day; today <= last; today++) {
            ledger.advanceTo(today);
            if (ledger.pastDueMinor(today) == 0) {
                return OptionalInt.of(today);
            }
        }
        return OptionalInt.empty();
    }
}
