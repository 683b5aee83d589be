package io.arrears.pipeline.sample;

/** Identifiers: short, sortable, and free of the size of the portfolio. */
final class SampleIds {
    private static final int WIDTH = 8;

    private SampleIds() {}

    /** Counted from one, padded with zeros. */
    static String padded(long ordinal) {
        String number = Long.toString(ordinal + 1);
        return "0".repeat(Math.max(0, WIDTH - number.length())) + number;
    }
}
