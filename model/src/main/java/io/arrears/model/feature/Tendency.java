package io.arrears.model.feature;

/** What the domain knows of a feature before any data: which way it moves the chance to pay, all else equal. */
public enum Tendency {
    /** Nothing is demanded: what the rows say. */
    FREE,
    /** More of it never lowers the chance to pay. */
    RAISES,
    /** More of it never raises the chance to pay. */
    LOWERS;

    /** 1, -1 or 0. */
    public int sign() {
        return this == RAISES ? 1 : this == LOWERS ? -1 : 0;
    }
}
