package io.arrears.model.contact;

import io.arrears.model.account.Coded;

/** Per what a cap counts, as far as the canonical data can tell. */
public enum Scope implements Coded {
    /** This account. */
    ACCOUNT,
    /** This debt with this person: an account has one debtor, so the same as {@code account}. */
    PERSON_DEBT,
    /** All accounts this creditor has with the person. */
    CREDITOR_PERSON,
    /** One number or address. The data has none: all of the person's are counted together, which is stricter. */
    PHONE_NUMBER,
    /** Everyone under one roof. The data has no households: the person's accounts, which may be fewer. */
    HOUSEHOLD;

    /** Whether the debtor's other accounts count. */
    boolean spansAccounts() {
        return this == CREDITOR_PERSON || this == PHONE_NUMBER || this == HOUSEHOLD;
    }
}
