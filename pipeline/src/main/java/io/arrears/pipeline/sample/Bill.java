package io.arrears.pipeline.sample;

import java.util.Locale;

/** One row of {@code invoices.csv}; days counted from the start. */
record Bill(String id, int issued, int due, long amountMinor, Kind kind) {
    Bill {
        if (due < issued || amountMinor <= 0) {
            throw new IllegalArgumentException("bill " + id + " of " + amountMinor + " minor units is issued on day "
                    + issued + " and due on day " + due + ": amounts are positive and due dates follow issue");
        }
    }

    enum Kind {
        INVOICE,
        INSTALMENT,
        STATEMENT,
        FEE,
        INTEREST;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
