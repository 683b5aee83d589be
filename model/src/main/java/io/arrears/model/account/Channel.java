package io.arrears.model.account;

/** How a debtor is reached; {@code NONE} is the channel of leaving the account alone. */
public enum Channel implements Coded {
    NONE,
    EMAIL,
    SMS,
    LETTER,
    CALL,
    PUSH,
    VISIT
}
