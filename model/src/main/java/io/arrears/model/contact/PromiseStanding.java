package io.arrears.model.contact;

import io.arrears.model.account.Promise;
import io.arrears.model.account.Received;

/** Where a promise stands as of the day of a history. */
public enum PromiseStanding {
    PENDING,
    KEPT,
    BROKEN;

    /** Days after the due date by which a promised payment still counts as kept, unless a rule pack says otherwise. */
    public static final int USUAL_GRACE_DAYS = 3;

    /**
     * Kept: received from the day it was made through the due day plus grace, less what was reversed, is enough.
     *
     * @param received of the promise's account
     * @param asOfDay the day of the history
     */
    public static PromiseStanding of(Promise promise, Received received, int asOfDay, int graceDays) {
        int last = promise.dueDay() + graceDays;
        if (received.minorBetween(promise.madeDay(), last) >= promise.amountMinor()) {
            return KEPT;
        }
        return asOfDay <= last ? PENDING : BROKEN;
    }
}
