package io.arrears.model.policy;

/** Bounds of a number in a policy file, both included. */
public record Range(double low, double high) {
    public static final Range NOT_NEGATIVE = new Range(0, 1e15);
    public static final Range SHARE = new Range(0, 1);

    boolean contains(double value) {
        return value >= low && value <= high;
    }

    @Override
    public String toString() {
        return high >= 1e15
                ? "allowed are numbers from " + low + " up"
                : "allowed are numbers from " + low + " to " + high;
    }
}
