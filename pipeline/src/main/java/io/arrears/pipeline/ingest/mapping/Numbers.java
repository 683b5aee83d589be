package io.arrears.pipeline.ingest.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals out of text. */
final class Numbers {
    private static final int MAX_DIGITS = 40;

    private Numbers() {}

    static BigDecimal decimalOrZero(Template term, Fields fields) {
        String text = term.of(fields);
        return text == null ? BigDecimal.ZERO : decimal(term.toString(), text);
    }

    static BigDecimal decimal(String column, String text) {
        BigDecimal number = find(text);
        if (number == null) {
            throw new Unmappable(Unmappable.Kind.NUMBER, column, text, "%s is no decimal".formatted(column));
        }
        return number;
    }

    /** Null when it is none, or has more digits than any amount. */
    static @Nullable BigDecimal find(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.precision() <= MAX_DIGITS && Math.abs((long) number.scale()) <= MAX_DIGITS ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static int whole(String column, String text) {
        try {
            return decimal(column, text).intValueExact();
        } catch (ArithmeticException e) {
            throw new Unmappable(Unmappable.Kind.NUMBER, column, text, "%s is no whole number".formatted(column));
        }
    }
}
