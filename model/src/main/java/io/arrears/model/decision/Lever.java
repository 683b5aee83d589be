package io.arrears.model.decision;

/**
 * A business weight: what choosing an arm is said to be worth beyond money, where a condition holds. It moves the
 * choice and never the value shown, so that its price can be told: the value lost by following it.
 *
 * @param bonusMinor in minor units of the strategy's currency; below zero discourages
 */
public record Lever(String name, ArmFilter arms, Expression when, double bonusMinor) {}
