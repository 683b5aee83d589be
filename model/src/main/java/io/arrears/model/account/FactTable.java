package io.arrears.model.account;

/** The canonical source tables, in the order facts of one day take effect. */
public enum FactTable implements Coded {
    ACCOUNTS,
    INVOICES,
    PAYMENTS,
    CONTACTS,
    PROMISES,
    DISPUTES,
    CONSENTS,
    FLAGS;

    static FactTable of(Fact fact) {
        if (fact instanceof Account) {
            return ACCOUNTS;
        } else if (fact instanceof Invoice) {
            return INVOICES;
        } else if (fact instanceof Payment) {
            return PAYMENTS;
        } else if (fact instanceof Contact) {
            return CONTACTS;
        } else if (fact instanceof Promise) {
            return PROMISES;
        } else if (fact instanceof Dispute) {
            return DISPUTES;
        } else if (fact instanceof Consent) {
            return CONSENTS;
        }
        return FLAGS;
    }
}
