package io.arrears.pipeline.sample;

/**
 * How an account's debtor pays on a day, given the purse and the lift that contacts have put on the odds. These are the
 * functions of which {@link AccountLife} draws and which {@link Outlook} integrates.
 *
 * <p>A bill not yet past due is paid in full, mostly on its due date. What is past due forms one pot, paid in whole or
 * in part with a daily hazard that does not depend on the size of the pot: that keeps expected cash exactly
 * computable.
 */
final class Behaviour {
    /** Share of the pot that a partial payment covers: uniform between these. */
    static final double LEAST_PART = 0.2;

    static final double LARGEST_PART = 0.6;

    /** A bill may be paid this many days before it is due. */
    static final int EARLY_DAYS = 7;

    private static final double EARLY_ODDS = 0.012;
    private static final double AUTOPAY_COLLECTS = 0.97;
    private static final Persona.ByIncome AUTOPAY_BOUNCES = new Persona.ByIncome(0.008, 0.12, 0.35);
    private static final int PAYDAY_SPAN = 3;
    private static final double PAYDAY_ODDS = 2.4;
    private static final double OTHER_DAY_ODDS = 0.85;
    private static final double WEEKEND_ODDS = 0.7;
    private static final double RUN_ODDS = 2.2;
    private static final double OFF_RUN_ODDS = 0.5;
    private static final double OFFICE_CLOSED_ODDS = 0.05;

    private final AccountProfile account;
    private final Period period;
    private final Care care;
    private final int shockFrom;
    private final double shockOdds;

    Behaviour(AccountProfile account, Period period, Care care, Shock shock) {
        this.account = account;
        this.period = period;
        this.care = care;
        this.shockFrom = shock.happens() ? period.day(shock.from()) : Integer.MAX_VALUE;
        this.shockOdds = shock.oddsOf(account.type());
    }

    /** Hazard of paying, on {@code day}, a bill due on {@code due >= day}. */
    double dueHazard(int day, int due, IncomeState state, double lift) {
        int daysToDue = due - day;
        if (daysToDue > EARLY_DAYS || (account.traits().autopay() && daysToDue > 0)) {
            return 0;
        }
        if (account.traits().autopay()) {
            return AUTOPAY_COLLECTS * Math.min(1, readiness(day));
        }
        double onTime = paying().onTime().in(state);
        double odds = daysToDue == 0 ? onTime / (1 - onTime) : EARLY_ODDS * onTime;
        return hazard(odds * debtor().willingness() * readiness(day) * lift);
    }

    /** Hazard of paying something of the pot on {@code day}. */
    double lateHazard(int day, IncomeState state, double lift) {
        double odds = paying().late().in(state) * debtor().willingness() * calendar(day) * readiness(day);
        return hazard(odds * lift);
    }

    /** Probability that a payment of the pot covers all of it. */
    double inFull(IncomeState state) {
        return paying().inFull().in(state);
    }

    /** Mean share of the pot that a payment of it covers. */
    double meanShare(IncomeState state) {
        double full = inFull(state);
        return full + (1 - full) * (LEAST_PART + LARGEST_PART) / 2;
    }

    /** Probability that a promise is kept on its day, if something is still past due. */
    double keepsPromise(int day, IncomeState state) {
        return Math.min(1, paying().keepsPromise().in(state) * Math.min(1, readiness(day)));
    }

    /** Probability that a direct debit bounces. */
    double bounces(IncomeState state) {
        return account.traits().autopay() ? AUTOPAY_BOUNCES.in(state) : 0;
    }

    /** First payday from {@code from} on. */
    int nextPayday(int from) {
        int day = from;
        while (daysSincePayday(day) != 0) {
            day++;
        }
        return day;
    }

    /** Factor on the odds that care and a structural change make. */
    private double readiness(int day) {
        return care.payFactor(day) * (day < shockFrom ? 1 : shockOdds);
    }

    private double calendar(int day) {
        if (debtor().person().business()) {
            return period.weekend(day) ? OFFICE_CLOSED_ODDS : period.paymentRun(day) ? RUN_ODDS : OFF_RUN_ODDS;
        }
        double odds = daysSincePayday(day) < PAYDAY_SPAN ? PAYDAY_ODDS : OTHER_DAY_ODDS;
        return period.weekend(day) ? odds * WEEKEND_ODDS : odds;
    }

    /** Days since the last payday, counting months as 31 days: 0 on the day, large otherwise. */
    private int daysSincePayday(int day) {
        int payday = debtor().purse().payday();
        if (period.dayOfMonth(day + 1) == 1 && payday > period.dayOfMonth(day)) {
            return 0;
        }
        return Math.floorMod(period.dayOfMonth(day) - payday, 31);
    }

    private Persona.Paying paying() {
        return debtor().persona().paying();
    }

    private Debtor debtor() {
        return account.debtor();
    }

    private static double hazard(double odds) {
        return odds / (1 + odds);
    }
}
