package io.arrears.model.account;

/** What a billed item is. */
public enum InvoiceKind implements Coded {
    INVOICE,
    INSTALMENT,
    STATEMENT,
    FEE,
    INTEREST
}
