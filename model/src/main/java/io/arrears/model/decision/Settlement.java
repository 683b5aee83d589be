package io.arrears.model.decision;

/**
 * What a settlement offer forgives.
 *
 * @param discount share of the debt forgiven
 * @param chargeShare share of what is forgiven that counts as lost, because the rest would never have come in
 */
public record Settlement(double discount, double chargeShare) {
    /** The action whose arms forgive. */
    public static final String ACTION = "settlement_offer";

    public static final Settlement NOTHING_FORGIVEN = new Settlement(0, 0);
}
