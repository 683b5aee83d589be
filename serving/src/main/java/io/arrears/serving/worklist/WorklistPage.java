package io.arrears.serving.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a work list.
 *
 * @param next what to send as {@code after} for the next page; absent on the last
 */
record WorklistPage(
        String runId,
        LocalDate asOf,
        String queue,
        @Nullable String planCurrency,
        long total,
        List<Map<String, @Nullable Object>> rows,
        @Nullable Integer next) {}
