package io.arrears.model.training.monitoring;

/** How far something has moved. */
public enum DriftLevel {
    QUIET,
    /** A population stability index of 0.10 or more, and more than chance makes. */
    WATCH,
    /** 0.25 or more, and more than chance makes. */
    ACT;

    static final double WATCH_FROM = 0.10;
    public static final double ACT_FROM = 0.25;

    /** The level of an index, of which chance alone makes {@code noise}. */
    public static DriftLevel of(double psi, double noise) {
        if (psi <= noise || psi < WATCH_FROM) {
            return QUIET;
        }
        return psi < ACT_FROM ? WATCH : ACT;
    }
}
