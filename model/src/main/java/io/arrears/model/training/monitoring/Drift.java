package io.arrears.model.training.monitoring;

/**
 * How far one input, or the score, has moved.
 *
 * @param psi population stability index
 * @param noise what chance alone exceeds in at most 1 % of checks of all inputs together
 * @param missingBefore share of missing values in the reference
 */
public record Drift(String name, double psi, double noise, double missingBefore, double missingNow, DriftLevel level) {}
