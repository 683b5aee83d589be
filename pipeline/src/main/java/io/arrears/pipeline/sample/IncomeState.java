package io.arrears.pipeline.sample;

/** How a debtor's purse stands on a day. Hidden. */
enum IncomeState {
    FINE,
    SQUEEZED,
    DISTRESSED;

    static final int COUNT = values().length;

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
