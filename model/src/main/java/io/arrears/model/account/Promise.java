package io.arrears.model.account;

import org.jspecify.annotations.Nullable;

/** A promise to pay {@code amountMinor} by the end of {@code dueDay}. */
public record Promise(
        String id, @Nullable String contactId, int madeDay, int dueDay, long amountMinor, long knownMicros)
        implements Fact {
    @Override
    public String key() {
        return id;
    }

    @Override
    public int eventDay() {
        return madeDay;
    }
}
