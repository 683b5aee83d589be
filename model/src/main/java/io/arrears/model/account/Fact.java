package io.arrears.model.account;

/**
 * One thing the creditor knows about an account. Every fact has the day it happened and the instant it became known;
 * the same key may be known in several versions, of which the latest known counts.
 */
public sealed interface Fact permits Account, Invoice, Payment, Contact, Promise, Dispute, Consent, Flag {
    /** The fact's identity within its table and account. */
    String key();

    /** The day it happened, as days since 1970-01-01. */
    int eventDay();

    /** When the creditor's systems learned it, as microseconds since 1970-01-01T00:00Z. */
    long knownMicros();

    /** The source table the fact comes from. */
    default FactTable table() {
        return FactTable.of(this);
    }
}
