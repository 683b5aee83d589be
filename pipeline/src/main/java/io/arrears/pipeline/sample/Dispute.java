package io.arrears.pipeline.sample;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code disputes.csv}; days and resolution are settled when it is opened, and told only once they are past.
 *
 * @param creditShare of what is then open on the bill, credited on closing; 0 when rejected
 */
record Dispute(
        String id,
        Bill bill,
        int opened,
        int closes,
        double creditShare,
        String reason,
        @Nullable String knownAt) {
    boolean upheld() {
        return creditShare > 0;
    }

    boolean openOn(int day) {
        return day >= opened && day < closes;
    }
}
