package io.arrears.pipeline.sample;

import java.util.Arrays;
import java.util.Locale;

/**
 * The hidden kind of a debtor. Arrays are indexed by {@link IncomeState}: what one does when fine, squeezed,
 * distressed.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of numbers are immutable
enum Persona {
    /** Pays; when a bill slips through, pays soon, whatever anybody says. */
    PUNCTUAL(
            new Paying(of(0.92, 0.70, 0.30), of(0.075, 0.035, 0.008), of(0.95, 0.70, 0.40), of(0.80, 0.60, 0.30)),
            new Answering(1.05, 1.0, 1.0, 1.0),
            new IncomeShocks(0.0008, 0.020, 0.002, 0.010),
            new Means(0.44, 0.75, 1.0, 0.45)),
    /** Could pay and means to; needs to be told. */
    FORGETFUL(
            new Paying(of(0.46, 0.34, 0.20), of(0.018, 0.012, 0.004), of(0.92, 0.65, 0.40), of(0.50, 0.38, 0.18)),
            new Answering(5.5, 2.2, 1.6, 1.0),
            new IncomeShocks(0.0012, 0.018, 0.002, 0.010),
            new Means(0.24, 0.65, 1.0, 0.08)),
    /** Wants to pay, often cannot pay all: offers of a plan help. */
    SQUEEZED(
            new Paying(of(0.76, 0.28, 0.10), of(0.032, 0.011, 0.004), of(0.75, 0.30, 0.15), of(0.36, 0.26, 0.10)),
            new Answering(1.4, 4.0, 2.6, 1.2),
            new IncomeShocks(0.0090, 0.006, 0.002, 0.010),
            new Means(0.18, 0.40, 0.9, 0.15)),
    /** Could pay and waits for a better offer. */
    STRATEGIC(
            new Paying(of(0.42, 0.30, 0.15), of(0.010, 0.007, 0.003), of(0.65, 0.40, 0.20), of(0.22, 0.18, 0.08)),
            new Answering(1.15, 1.4, 4.5, 0.6),
            new IncomeShocks(0.0012, 0.018, 0.002, 0.010),
            new Means(0.08, 0.60, 0.6, 0.03)),
    /** Cannot pay. */
    UNABLE(
            new Paying(of(0.55, 0.14, 0.03), of(0.020, 0.005, 0.0012), of(0.50, 0.20, 0.10), of(0.20, 0.08, 0.03)),
            new Answering(1.05, 1.2, 1.3, 0.7),
            new IncomeShocks(0.0060, 0.004, 0.008, 0.004),
            new Means(0.06, 0.20, 0.8, 0.10));

    private static final double[] SHARES = shares();

    private final Paying paying;
    private final Answering answering;
    private final IncomeShocks shocks;
    private final Means means;

    Persona(Paying paying, Answering answering, IncomeShocks shocks, Means means) {
        this.paying = paying;
        this.answering = answering;
        this.shocks = shocks;
        this.means = means;
    }

    static Persona draw(Draws draws) {
        return values()[draws.weighted(SHARES)];
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Paying paying() {
        return paying;
    }

    Answering answering() {
        return answering;
    }

    IncomeShocks shocks() {
        return shocks;
    }

    Means means() {
        return means;
    }

    /**
     * @param onTime probability of paying on the due date
     * @param late daily odds of paying what is past due
     * @param inFull probability that such a payment covers everything past due
     * @param keepsPromise probability of paying on the day promised
     */
    record Paying(ByIncome onTime, ByIncome late, ByIncome inFull, ByIncome keepsPromise) {}

    /** Factors on the daily odds when reached with an action, and on the inclination to promise. */
    record Answering(double reminder, double plan, double settlement, double promising) {
        double factor(Action action) {
            return switch (action) {
                case NONE -> 1;
                case REMINDER -> reminder;
                case PLAN_OFFER -> plan;
                case SETTLEMENT_OFFER -> settlement;
            };
        }
    }

    /**
     * @param share of debtors
     * @param ability mean, in 0..1
     * @param reachable factor on the reach of every channel
     * @param autopay share that pays by direct debit
     */
    record Means(double share, double ability, double reachable, double autopay) {}

    /** One number per state of the purse. */
    record ByIncome(double fine, double squeezed, double distressed) {
        double in(IncomeState state) {
            return switch (state) {
                case FINE -> fine;
                case SQUEEZED -> squeezed;
                case DISTRESSED -> distressed;
            };
        }
    }

    private static ByIncome of(double fine, double squeezed, double distressed) {
        return new ByIncome(fine, squeezed, distressed);
    }

    private static double[] shares() {
        return Arrays.stream(values())
                .mapToDouble(persona -> persona.means.share)
                .toArray();
    }
}
