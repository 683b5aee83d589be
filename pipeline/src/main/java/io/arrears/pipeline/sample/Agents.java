package io.arrears.pipeline.sample;

/** The people on the phone. Calls go to whoever is free, so their skill shows in what they get promised. */
final class Agents {
    private static final int COUNT = 24;
    private static final double LEAST_SKILL = 0.65;
    private static final double SKILL_SPAN = 2 * (1 - LEAST_SKILL);
    private static final int SHUFFLE = 7;

    private Agents() {}

    static int free(Draws draws) {
        return draws.below(COUNT);
    }

    static String id(int agent) {
        return "AG" + (100 + agent);
    }

    /** Factor on the probability of a promise; evenly spread, exactly 1 on average over all agents. */
    static double skill(int agent) {
        int rank = agent * SHUFFLE % COUNT;
        return LEAST_SKILL + SKILL_SPAN * rank / (COUNT - 1);
    }
}
