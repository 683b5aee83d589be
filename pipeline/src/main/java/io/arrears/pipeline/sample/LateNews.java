package io.arrears.pipeline.sample;

import org.jspecify.annotations.Nullable;

/** Facts the creditor's systems learn days after the event. */
final class LateNews {
    private static final double SHARE = 0.016;
    private static final int SOONEST_DAYS = 2;
    private static final int LATEST_DAYS = 9;
    private static final String NIGHTLY_IMPORT = "T04:30:00Z";

    private LateNews() {}

    /**
     * When an event of the day became known, if explicitly later and still within the period; always one draw or two.
     */
    static @Nullable String knownAt(Draws draws, Period period, int day) {
        if (!draws.chance(SHARE)) {
            return null;
        }
        int known = day + draws.between(SOONEST_DAYS, LATEST_DAYS);
        return known < period.asOf() ? period.text(known) + NIGHTLY_IMPORT : null;
    }
}
