package io.arrears.model.account;

import org.jspecify.annotations.Nullable;

/** What came of a contact; absent parts were not recorded. */
public record ContactResult(
        @Nullable ContactOutcome outcome,
        boolean rightParty,
        boolean complaint,
        @Nullable Integer talkSeconds) {
    public static final ContactResult NOT_RECORDED = new ContactResult(null, false, false, null);
}
