package io.arrears.model.account;

/** Where a dispute stands. */
public enum DisputeResolution implements Coded {
    OPEN,
    UPHELD,
    REJECTED
}
