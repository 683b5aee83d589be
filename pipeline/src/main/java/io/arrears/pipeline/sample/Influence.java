package io.arrears.pipeline.sample;

/**
 * What is left of a contact that reached the debtor: it multiplies the daily odds of paying, fading to nothing over the
 * horizon.
 *
 * @param strength in 0..1: less when the debtor has been contacted a lot
 */
record Influence(Action action, Channel channel, int day, double strength) {
    private static final double LEFT_IN_DISTRESS = 0.4;
    private static final double FATIGUE_PER_CONTACT = 0.25;

    /** Days of looking back for contacts that tire the debtor. */
    static final int FATIGUE_DAYS = 14;

    /** Of a contact made today, after so many in the days before. */
    static Influence of(Arm arm, int day, int recentContacts) {
        return new Influence(arm.action(), arm.channel(), day, 1 / (1 + FATIGUE_PER_CONTACT * recentContacts));
    }

    /** Factor on the odds, at least 1. */
    double lift(Persona persona, IncomeState state, int onDay) {
        int age = onDay - day;
        if (age < channel.lagDays() || age >= Period.HORIZON_DAYS) {
            return 1;
        }
        double peak = (persona.answering().factor(action) - 1) * channel.force() * strength;
        double felt = state == IncomeState.DISTRESSED ? peak * LEFT_IN_DISTRESS : peak;
        return 1 + felt * (1 - (double) age / Period.HORIZON_DAYS);
    }

    boolean over(int onDay) {
        return onDay - day >= Period.HORIZON_DAYS;
    }
}
