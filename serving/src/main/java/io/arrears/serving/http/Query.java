package io.arrears.serving.http;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads query parameters; one that is not valid ends the request. */
public final class Query {
    private static final int MAX_LENGTH = 200;

    private Query() {}

    /** A text of at most 200 characters; empty when absent or blank. */
    public static Optional<String> findText(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > MAX_LENGTH) {
            throw invalid(name, "has %d characters: the limit is %d".formatted(value.length(), MAX_LENGTH));
        }
        return Optional.of(value);
    }

    /** A whole number within bounds; empty when absent. */
    public static OptionalInt findInt(Context ctx, String name, int min, int max) {
        Optional<String> text = findText(ctx, name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException e) {
            throw invalid(name, "is no whole number of %d to %d".formatted(min, max));
        }
        throw invalid(name, "is no whole number of %d to %d".formatted(min, max));
    }

    /** A decimal; empty when absent. */
    public static Optional<BigDecimal> findDecimal(Context ctx, String name) {
        try {
            return findText(ctx, name).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw invalid(name, "is no decimal such as 12.50");
        }
    }

    public static ProblemException invalid(String name, String message) {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, "%s %s".formatted(name, message));
    }
}
