package io.arrears.pipeline.sample;

/**
 * What a debtor can pay from. Hidden.
 *
 * @param ability in 0..1; low ability means frequent shocks
 * @param payday day of the month on which income arrives; 31 is the last
 * @param atStart state on the first simulated day
 */
record Purse(double ability, int payday, IncomeShocks shocks, IncomeState atStart) {
    private static final int[] PAYDAYS = {1, 15, 25, 28, 31};
    private static final double ABILITY_NOISE = 0.13;
    private static final double FRAGILITY_AT_ZERO_ABILITY = 1.6;

    static Purse draw(Draws draws, Persona persona) {
        double seen = persona.means().ability() + ABILITY_NOISE * draws.normal();
        double ability = Math.min(0.99, Math.max(0.01, seen));
        int payday = PAYDAYS[draws.weighted(0.30, 0.15, 0.25, 0.15, 0.15)];
        IncomeShocks shocks = persona.shocks().withFragility(FRAGILITY_AT_ZERO_ABILITY - ability);
        return new Purse(ability, payday, shocks, shocks.settled(draws));
    }
}
