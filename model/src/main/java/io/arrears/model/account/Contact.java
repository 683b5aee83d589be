package io.arrears.model.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A decision to contact a debtor, or not to, and what came of it.
 *
 * @param decidedDay the day the arm was chosen
 * @param atMicros when the contact took place; absent for arm {@code none}
 */
public record Contact(
        String id,
        int decidedDay,
        @Nullable Long atMicros,
        Arm arm,
        Direction direction,
        ContactResult result,
        ContactTerms terms,
        long knownMicros)
        implements Fact, Serializable {
    @Override
    public String key() {
        return id;
    }

    @Override
    public int eventDay() {
        return decidedDay;
    }

    /** Whether the creditor placed it: an outbound contact that is not {@code none}. */
    public boolean isOutboundAttempt() {
        return direction == Direction.OUTBOUND && !arm.isNone();
    }
}
