package io.arrears.model.account;

/** The part of the debtor's local day a contact is placed in. */
public enum ContactWindow implements Coded {
    ANY,
    MORNING,
    AFTERNOON,
    EVENING
}
