package io.arrears.model.account;

/** Who started a contact. */
public enum Direction implements Coded {
    OUTBOUND,
    INBOUND
}
