package io.arrears.model.feature;

/** Divisions whose divisor may be zero: then the value is missing. */
final class Quotient {
    private Quotient() {}

    static float of(long part, long whole) {
        return of((double) part, (double) whole);
    }

    static float of(double part, double whole) {
        return whole == 0 ? Float.NaN : (float) (part / whole);
    }
}
