package io.arrears.model.contact;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import java.util.HashSet;
import java.util.Set;

/** Where a promise stands as of the day of a history. */
public enum PromiseStanding {
    PENDING,
    KEPT,
    BROKEN;

    /** Days after the due date by which a promised payment still counts as kept, unless a rule pack says otherwise. */
    public static final int USUAL_GRACE_DAYS = 3;

    /** Kept: received from the day it was made through the due day plus grace, less what was reversed, is enough. */
    public static PromiseStanding of(Promise promise, KnownHistory known, int graceDays) {
        int last = promise.dueDay() + graceDays;
        if (receivedMinor(promise, known, last) >= promise.amountMinor()) {
            return KEPT;
        }
        return known.asOfDay() <= last ? PENDING : BROKEN;
    }

    private static long receivedMinor(Promise promise, KnownHistory known, int lastDay) {
        long received = 0;
        Set<String> counted = new HashSet<>();
        for (Payment payment : known.payments()) {
            if (payment.kind() == PaymentKind.PAYMENT
                    && payment.paidDay() >= promise.madeDay()
                    && payment.paidDay() <= lastDay) {
                counted.add(payment.id());
                received += payment.amountMinor();
            } else if (payment.kind() == PaymentKind.REVERSAL && counted.contains(payment.reverses())) {
                received -= payment.amountMinor();
            }
        }
        return received;
    }
}
