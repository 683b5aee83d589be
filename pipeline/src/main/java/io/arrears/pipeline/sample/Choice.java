package io.arrears.pipeline.sample;

/**
 * A decision with the probability that it fell this way.
 *
 * @param propensityPpm in millionths, 1..1,000,000
 */
record Choice(Arm arm, int propensityPpm) {
    static final int CERTAIN = 1_000_000;

    Choice {
        if (propensityPpm < 1 || propensityPpm > CERTAIN) {
            throw new IllegalArgumentException("propensity is " + propensityPpm + " millionths, but must be 1.."
                    + CERTAIN + ": an arm that cannot be chosen has no row");
        }
    }
}
