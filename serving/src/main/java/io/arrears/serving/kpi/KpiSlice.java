package io.arrears.serving.kpi;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of the book that is asked for.
 *
 * @param receivableType null for all
 * @param segment null for all
 */
record KpiSlice(
        String currency,
        @Nullable String receivableType,
        @Nullable String segment) {
    /** In the order of the statement's parameters. */
    List<@Nullable Object> params() {
        return Arrays.asList(currency, receivableType, segment);
    }
}
