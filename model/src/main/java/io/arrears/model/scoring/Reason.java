package io.arrears.model.scoring;

/**
 * One factor behind a score.
 *
 * @param feature its name in the schema
 * @param value the value seen; NaN when it was missing
 * @param contribution signed, on the score's log-odds scale: above zero raises the probability to pay
 * @param text what a collector reads: the factor, the value seen and the direction
 */
public record Reason(String feature, float value, double contribution, String text) {}
