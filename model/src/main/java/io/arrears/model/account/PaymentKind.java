package io.arrears.model.account;

/** What a row of the payments table does to the balance. */
public enum PaymentKind implements Coded {
    /** Money received. */
    PAYMENT,
    /** The creditor takes back part of a bill. */
    CREDIT_NOTE,
    /** The creditor gives up on part of the balance. */
    WRITE_OFF,
    /** The part forgiven in a settlement. */
    SETTLEMENT_WRITE_OFF,
    /** Takes an earlier row back, e.g. a bounced direct debit. */
    REVERSAL;

    /** Whether the row lowers the balance without money coming in. */
    public boolean isAdjustment() {
        return this == CREDIT_NOTE || this == WRITE_OFF || this == SETTLEMENT_WRITE_OFF;
    }
}
