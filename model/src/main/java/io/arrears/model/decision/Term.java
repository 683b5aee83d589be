package io.arrears.model.decision;

/**
 * A term of the effect of reaching a debtor.
 *
 * @param name e.g. {@code channel:call} or {@code action:plan_offer|dpd:31-60}
 * @param kind key of its standard deviation in the priors: action, channel, window, arm, shared or own
 * @param value by which its coefficient is multiplied
 */
public record Term(String name, String kind, double value) {}
