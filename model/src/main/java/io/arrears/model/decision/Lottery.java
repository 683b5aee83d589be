package io.arrears.model.decision;

import java.util.Arrays;

/** How chance takes part in one account's decision, and the exact probability of each outcome. */
public final class Lottery {
    private final double holdoutShare;
    private final int[] allowed;
    /** Probability of each allowed arm to be chosen by chance. */
    private final double floor;

    /**
     * @param allowed indexes of the arms that may be chosen, leaving alone (0) among them
     */
    public Lottery(Exploration exploration, int[] allowed) {
        this.holdoutShare = exploration.holdoutShare();
        this.allowed = allowed.clone();
        this.floor = Math.min(exploration.floor(), 1.0 / allowed.length);
    }

    public boolean isHeldOut(Draws draws) {
        return draws.holdout() < holdoutShare;
    }

    /** Whether chance chooses the arm. */
    public boolean explores(Draws draws) {
        return draws.explore() < floor * allowed.length;
    }

    /** The arm chance chooses. */
    public int pick(Draws draws) {
        return allowed[(int) (draws.pick() * allowed.length)];
    }

    /**
     * The probability of {@code arm}, over all draws.
     *
     * @param favourite the arm chosen where chance doesn't
     */
    public double propensity(int arm, int favourite) {
        boolean may = Arrays.stream(allowed).anyMatch(index -> index == arm);
        double drawn = (may ? floor : 0) + (arm == favourite ? 1 - floor * allowed.length : 0);
        return (1 - holdoutShare) * drawn + (arm == 0 ? holdoutShare : 0);
    }
}
