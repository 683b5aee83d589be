package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;

/** From minor units to currency units, in which money features stand. */
final class MoneyScale {
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final double minorPerUnit;

    private MoneyScale(double minorPerUnit) {
        this.minorPerUnit = minorPerUnit;
    }

    static MoneyScale of(KnownHistory known) {
        return new MoneyScale(POWERS[Money.decimals(known.getAccount().currency())]);
    }

    float units(long minor) {
        return units((double) minor);
    }

    float units(double minor) {
        return (float) (minor / minorPerUnit);
    }
}
