package io.arrears.model.account;

import org.jspecify.annotations.Nullable;

/**
 * A row of the payments table: money, an adjustment, or a reversal of either. {@code amountMinor} is above zero; the
 * kind says which way it counts.
 *
 * @param invoiceId the item it pays; absent: the oldest open item first
 * @param reverses for a reversal, the payment it takes back
 */
public record Payment(
        String id,
        int paidDay,
        long amountMinor,
        PaymentKind kind,
        @Nullable String invoiceId,
        @Nullable String reverses,
        @Nullable String method,
        long knownMicros)
        implements Fact {
    @Override
    public String key() {
        return id;
    }

    @Override
    public int eventDay() {
        return paidDay;
    }
}
