package io.arrears.model.decision;

/**
 * A condition some arms need.
 *
 * @param name what an account page shows when it doesn't hold
 */
public record Eligibility(String name, ArmFilter arms, Expression when) {}
