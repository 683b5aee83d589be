package io.arrears.model.decision;

/**
 * How a debtor is expected to respond to an arm.
 *
 * @param pReach probability of meeting the right party; NaN for {@code none}
 * @param pPay probability of a payment within the horizon
 * @param cashFactor amount per payment against leaving alone
 * @param pComplaint probability of a complaint
 * @param assumed whether the effect rests more on belief than on logged contacts
 */
public record Response(double pReach, double pPay, double cashFactor, double pComplaint, boolean assumed) {}
