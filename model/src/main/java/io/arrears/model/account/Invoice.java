package io.arrears.model.account;

/** A billed item: an invoice, instalment, statement, fee or interest. {@code amountMinor} is above zero. */
public record Invoice(String id, int issuedDay, int dueDay, long amountMinor, InvoiceKind kind, long knownMicros)
        implements Fact {
    @Override
    public String key() {
        return id;
    }

    @Override
    public int eventDay() {
        return issuedDay;
    }
}
