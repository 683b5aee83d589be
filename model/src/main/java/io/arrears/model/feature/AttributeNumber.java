package io.arrears.model.feature;

/** What counts as a number among attributes: a finite decimal, with or without an exponent. */
final class AttributeNumber {
    private AttributeNumber() {}

    /** The number, NaN when the text is none: {@code 1d}, {@code 0x10p1} and {@code Infinity} are codes, not numbers. */
    static float parse(String text) {
        if (text.isEmpty() || !isPlain(text)) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(text);
            return Float.isInfinite(value) ? Float.NaN : value;
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
