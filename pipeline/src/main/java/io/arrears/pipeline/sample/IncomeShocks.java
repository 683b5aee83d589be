package io.arrears.pipeline.sample;

/**
 * Daily Markov chain of the purse: one step down or up a day, or none.
 *
 * @param fall fine to squeezed
 * @param recover squeezed to fine
 * @param sink squeezed to distressed
 * @param climb distressed to squeezed
 */
record IncomeShocks(double fall, double recover, double sink, double climb) {
    IncomeShocks {
        if (fall < 0 || climb < 0 || recover < 0 || sink < 0 || fall > 1 || climb > 1 || recover + sink > 1) {
            throw new IllegalArgumentException("shocks are not daily probabilities: " + fall + ", " + recover + ", "
                    + sink + ", " + climb + ": keep each row of the chain within 0..1");
        }
    }

    /** The same chain with falls more or less frequent. */
    IncomeShocks withFragility(double fragility) {
        return new IncomeShocks(fall * fragility, recover, sink * fragility, climb);
    }

    IncomeState next(IncomeState now, Draws draws) {
        double at = draws.uniform();
        return switch (now) {
            case FINE -> at < fall ? IncomeState.SQUEEZED : now;
            case SQUEEZED -> at < recover ? IncomeState.FINE : at < recover + sink ? IncomeState.DISTRESSED : now;
            case DISTRESSED -> at < climb ? IncomeState.SQUEEZED : now;
        };
    }

    /** Moves a mass over the states (indexed by ordinal) one day on, in place. */
    void spread(double[] mass) {
        double fine = mass[0];
        double squeezed = mass[1];
        double distressed = mass[2];
        mass[0] = fine * (1 - fall) + squeezed * recover;
        mass[1] = fine * fall + squeezed * (1 - recover - sink) + distressed * climb;
        mass[2] = squeezed * sink + distressed * (1 - climb);
    }

    /** State drawn from the long-run shares of the chain. */
    IncomeState settled(Draws draws) {
        double squeezed = recover == 0 ? 1 : fall / recover;
        double distressed = climb == 0 ? squeezed : squeezed * sink / climb;
        return IncomeState.at(draws.weighted(1, squeezed, distressed));
    }
}
