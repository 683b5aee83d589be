package io.arrears.pipeline.sample;

import java.util.Locale;

/** Kinds of receivable in the sample, with how often somebody disputes one past due. */
enum Receivable {
    CONSUMER_LOAN(0.0002),
    CREDIT_CARD(0.0004),
    UTILITY(0.0007),
    B2B_INVOICE(0.0020);

    private final double dailyDisputes;

    Receivable(double dailyDisputes) {
        this.dailyDisputes = dailyDisputes;
    }

    static Receivable draw(Draws draws, boolean business) {
        if (business) {
            return draws.chance(0.85) ? B2B_INVOICE : UTILITY;
        }
        return values()[draws.weighted(0.38, 0.36, 0.26)];
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Probability per day past due that the debtor comes up with a dispute. */
    double dailyDisputes() {
        return dailyDisputes;
    }
}
