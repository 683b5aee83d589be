package io.arrears.serving.worklist;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What part of the plan is asked for.
 *
 * @param queue {@code all}, a channel, or an action
 * @param after rank after which the page begins; 0 for the first page
 * @param minValue least net value, in units of the strategy's currency
 */
record WorklistQuery(
        String queue,
        int after,
        int limit,
        @Nullable String receivableType,
        @Nullable String segment,
        @Nullable BigDecimal minValue) {
    static final String ALL = "all";
}
