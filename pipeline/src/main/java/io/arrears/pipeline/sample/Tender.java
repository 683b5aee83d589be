package io.arrears.pipeline.sample;

/** Currencies of the sample, with the decimals of ISO 4217 and a rough price level against the euro. */
enum Tender {
    EUR(2, 1.0, 500),
    GBP(2, 0.85, 500),
    USD(2, 1.08, 500),
    CAD(2, 1.47, 500),
    AUD(2, 1.65, 500),
    JPY(0, 160.0, 500),
    KWD(3, 0.33, 1000);

    private final int digits;
    private final double perEuro;
    private final long roundMinor;

    Tender(int digits, double perEuro, long roundMinor) {
        this.digits = digits;
        this.perEuro = perEuro;
        this.roundMinor = roundMinor;
    }

    int digits() {
        return digits;
    }

    /** Minor units of a price given in euros, at least one. */
    long minor(double euros) {
        return Math.max(1, Math.round(euros * perEuro * minorPerUnit()));
    }

    long minorPerUnit() {
        long units = 1;
        for (int i = 0; i < digits; i++) {
            units *= 10;
        }
        return units;
    }

    /** Nearest amount people pay when they choose it themselves: a multiple of five or so, never 0. */
    long rounded(double minor) {
        return minor < roundMinor ? Math.max(1, Math.round(minor)) : roundMinor * Math.round(minor / roundMinor);
    }
}
