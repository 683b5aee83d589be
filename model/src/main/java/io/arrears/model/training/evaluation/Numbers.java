package io.arrears.model.training.evaluation;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text to numbers: plain or scientific decimals only. */
public final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    /** The number, NaN when the text is none. */
    public static double parse(@Nullable String text) {
        if (text == null || !DECIMAL.matcher(text).matches()) {
            return Double.NaN;
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Whether every value that is not missing is a number, and there is one. */
    public static boolean isNumeric(@Nullable String[] column) {
        boolean any = false;
        for (String text : column) {
            if (text != null && Double.isNaN(parse(text))) {
                return false;
            }
            any |= text != null;
        }
        return any;
    }
}
