package io.arrears.serving.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** Chooses among the media types a route can give by the Accept header; order of preference is the route's. */
public final class Accepted {
    private Accepted() {}

    /**
     * The first of {@code offers} that the caller accepts.
     *
     * @throws ProblemException not_acceptable when there is none
     */
    public static String choose(Context ctx, List<String> offers) {
        String header = ctx.header("Accept");
        if (header == null || header.isBlank()) {
            return offers.get(0);
        }
        List<String> ranges = List.of(header.toLowerCase(Locale.ROOT).split(","));
        return offers.stream()
                .filter(offer -> ranges.stream().anyMatch(range -> admits(range, offer)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_ACCEPTABLE, "this address gives " + String.join(", ", offers)));
    }

    private static boolean admits(String range, String offer) {
        int parameters = range.indexOf(';');
        String type = (parameters < 0 ? range : range.substring(0, parameters)).strip();
        boolean refused =
                parameters >= 0 && range.substring(parameters).replace(" ", "").matches(".*;q=0(\\.0*)?");
        return !refused
                && (type.equals(offer)
                        || type.equals("*/*")
                        || (type.endsWith("/*") && offer.startsWith(type.substring(0, type.length() - 1))));
    }
}
