package io.arrears.model.account;

/** What kind of debt an account is. */
public enum ReceivableType implements Coded {
    CONSUMER_LOAN,
    CREDIT_CARD,
    UTILITY,
    B2B_INVOICE,
    OTHER
}
