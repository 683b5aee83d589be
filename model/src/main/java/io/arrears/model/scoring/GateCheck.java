package io.arrears.model.scoring;

/**
 * One question of the gate before a model may be put in force.
 *
 * @param name {@code calibrated}, {@code plausible}, {@code schema}, {@code rows} or {@code not_worse}
 * @param finding what was found, with the limit; where it did not pass, the reason
 */
public record GateCheck(String name, boolean passed, String finding) {}
