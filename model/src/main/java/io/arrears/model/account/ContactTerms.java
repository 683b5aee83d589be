package io.arrears.model.account;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Under what terms a contact was made.
 *
 * @param costMinor its cost in minor units of the account's currency
 * @param propensity probability, in (0, 1], with which the logged policy chose this arm; absent = unknown
 */
public record ContactTerms(
        @Nullable Long costMinor,
        @Nullable String agentId,
        @Nullable Double propensity) implements Serializable {
    public static final ContactTerms NOT_RECORDED = new ContactTerms(null, null, null);
}
