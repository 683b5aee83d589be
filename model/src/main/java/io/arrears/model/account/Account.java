package io.arrears.model.account;

import java.util.Currency;
import java.util.Map;

/**
 * An account as its creditor describes it.
 *
 * @param openedDay the day the account was opened
 * @param attributes columns starting with {@code x_} (may become features) and {@code audit_} (never do), by full name
 */
public record Account(
        AccountId id,
        String debtorId,
        ReceivableType type,
        Currency currency,
        int openedDay,
        AccountProfile profile,
        Map<String, String> attributes,
        long knownMicros)
        implements Fact {
    /** Columns kept for fairness audits start with this and never become features. */
    public static final String AUDIT_PREFIX = "audit_";

    public Account {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String key() {
        return id.value();
    }

    @Override
    public int eventDay() {
        return openedDay;
    }
}
