package io.arrears.model.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What came of a contact; absent parts were not recorded. */
public record ContactResult(
        @Nullable ContactOutcome outcome,
        boolean rightParty,
        boolean complaint,
        @Nullable Integer talkSeconds) implements Serializable {
    public static final ContactResult NOT_RECORDED = new ContactResult(null, false, false, null);
}
