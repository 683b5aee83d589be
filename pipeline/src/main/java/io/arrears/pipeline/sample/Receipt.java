package io.arrears.pipeline.sample;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of {@code payments.csv}. */
record Receipt(
        String id,
        @Nullable String invoiceId,
        int day,
        long amountMinor,
        Kind kind,
        @Nullable String reverses,
        @Nullable String method,
        @Nullable String knownAt) {
    Receipt {
        if (amountMinor <= 0) {
            throw new IllegalArgumentException("payment " + id + " is " + amountMinor
                    + " minor units, but must be at least 1: leave out payments of nothing");
        }
    }

    enum Kind {
        PAYMENT,
        CREDIT_NOTE,
        WRITE_OFF,
        SETTLEMENT_WRITE_OFF,
        REVERSAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
