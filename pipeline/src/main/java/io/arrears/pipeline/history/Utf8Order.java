package io.arrears.pipeline.history;

/** The order Spark sorts text in: by UTF-8 bytes, which is by code points; Java's own differs beyond the basic plane. */
public final class Utf8Order {
    private static final int FIRST_SURROGATE = 0xD800;
    private static final int AFTER_SURROGATES = 0xE000;

    private Utf8Order() {}

    /** Negative, zero or positive as {@code a} stands before, at or after {@code b}; both are well-formed. */
    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                return rank(left) - rank(right);
            }
        }
        return a.length() - b.length();
    }

    /** Surrogates stand for code points above all others. */
    private static int rank(char unit) {
        if (unit >= AFTER_SURROGATES) {
            return unit - (AFTER_SURROGATES - FIRST_SURROGATE);
        }
        return unit >= FIRST_SURROGATE ? unit + (Character.MAX_VALUE + 1 - AFTER_SURROGATES) : unit;
    }
}
