package io.arrears.model.account;

import org.jspecify.annotations.Nullable;

/**
 * A dispute of an item, or of the whole debt when {@code invoiceId} is absent. Closing is a later version of the same
 * dispute with its own known time, so that nobody sees a dispute closed before it was.
 */
public record Dispute(
        String id,
        @Nullable String invoiceId,
        int openedDay,
        @Nullable Integer closedDay,
        DisputeResolution resolution,
        @Nullable String reason,
        long knownMicros)
        implements Fact {
    @Override
    public String key() {
        return id;
    }

    @Override
    public int eventDay() {
        return openedDay;
    }

    /** Whether it is open on {@code day}. */
    public boolean isOpenOn(int day) {
        return openedDay <= day && (closedDay == null || closedDay > day);
    }
}
