package io.arrears.pipeline.sample;

import java.util.Locale;

/** How a debtor's purse stands on a day. Hidden. */
enum IncomeState {
    FINE(0),
    SQUEEZED(1),
    DISTRESSED(2);

    private static final IncomeState[] BY_INDEX = values();

    private final int index;

    IncomeState(int index) {
        this.index = index;
    }

    /** Place in arrays by state, from 0, the better the lower. */
    int index() {
        return index;
    }

    static IncomeState at(int index) {
        return BY_INDEX[index];
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
