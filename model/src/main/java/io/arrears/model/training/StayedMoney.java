package io.arrears.model.training;

import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Payments less what was taken back of them since; those taken back in whole, and adjustments, are left out. */
final class StayedMoney {
    private StayedMoney() {}

    static List<Payment> of(List<Payment> payments) {
        Map<String, Payment> received = new HashMap<>();
        Map<String, Long> backMinor = new HashMap<>();
        for (Payment payment : payments) {
            if (payment.kind() == PaymentKind.PAYMENT) {
                received.put(payment.id(), payment);
            }
        }
        for (Payment reversal : payments) {
            Payment original = reversal.kind() == PaymentKind.REVERSAL ? received.get(reversal.reverses()) : null;
            if (original != null && reversal.paidDay() >= original.paidDay()) {
                backMinor.merge(original.id(), reversal.amountMinor(), Long::sum);
            }
        }
        return payments.stream()
                .filter(payment -> payment.kind() == PaymentKind.PAYMENT)
                .filter(payment -> payment.amountMinor() > backMinor.getOrDefault(payment.id(), 0L))
                .map(payment -> less(payment, backMinor.getOrDefault(payment.id(), 0L)))
                .toList();
    }

    private static Payment less(Payment payment, long backMinor) {
        return backMinor == 0
                ? payment
                : new Payment(
                        payment.id(),
                        payment.paidDay(),
                        payment.amountMinor() - backMinor,
                        payment.kind(),
                        payment.invoiceId(),
                        null,
                        payment.method(),
                        payment.knownMicros());
    }

    static long sumMinor(List<Payment> payments, int fromDay, int throughDay) {
        return of(payments).stream()
                .filter(payment -> payment.paidDay() >= fromDay && payment.paidDay() <= throughDay)
                .mapToLong(Payment::amountMinor)
                .sum();
    }
}
