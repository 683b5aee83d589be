package io.arrears.model.account;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an account that decide who may contact its debtor, when and how.
 *
 * @param jurisdiction ISO 3166-1 or 3166-2 code such as {@code US-MA}
 * @param timeZones every zone the debtor may be in; empty when unknown
 * @param creditLimitMinor credit limit in minor units
 */
public record AccountProfile(
        Party party,
        @Nullable String jurisdiction,
        List<ZoneId> timeZones,
        @Nullable String segment,
        @Nullable Long creditLimitMinor,
        @Nullable Channel preferredChannel) {
    public AccountProfile {
        timeZones = List.copyOf(timeZones);
    }

    /** First party, nothing else known. */
    public static AccountProfile unknown() {
        return new AccountProfile(Party.FIRST_PARTY, null, List.of(), null, null, null);
    }
}
