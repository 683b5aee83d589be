package io.arrears.model.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A flag in force from {@code fromDay} through {@code toDay}, both included; open-ended when {@code toDay} is absent. */
public record Flag(FlagKind kind, int fromDay, @Nullable Integer toDay, long knownMicros)
        implements Fact, Serializable {
    @Override
    public String key() {
        return kind.code() + "@" + fromDay;
    }

    @Override
    public int eventDay() {
        return fromDay;
    }

    /** Whether it is in force on {@code day}. */
    public boolean isInForceOn(int day) {
        return fromDay <= day && (toDay == null || toDay >= day);
    }
}
