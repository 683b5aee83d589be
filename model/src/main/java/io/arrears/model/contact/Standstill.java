package io.arrears.model.contact;

import io.arrears.model.account.Days;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that forbids contact whatever the hour, through the day before {@code freeFrom}.
 *
 * @param counted the fact it rests on
 * @param freeFrom the first free day, which must have begun in UTC and where the debtor may be; {@link #NEVER} when no such
 *     day is known
 */
record Standstill(Rule rule, String counted, long freeFrom) {
    static final long NEVER = Long.MAX_VALUE;

    /** Whether the contact is one the rule is about. */
    boolean concerns(PlannedContact planned) {
        boolean allowed = rule instanceof Rule.Stop stop && stop.unlessAllowedByArm() && planned.vulnerableAllowed();
        boolean other =
                rule instanceof Rule.OfferFirst offer && !offer.actions().contains(planned.action());
        return !allowed && !other && rule.head().binds(planned);
    }

    /** What of the slots, all on one local day of a zone, is free of it. */
    List<Slot> free(List<Slot> slots, long day) {
        if (slots.isEmpty() || !rule.head().isInForceOn(day)) {
            return slots;
        }
        Instant free = day < freeFrom ? null : freeInstant();
        return free == null ? List.of() : Slots.from(slots, free);
    }

    /** Whether it forbids a contact at an instant that falls on {@code day} in a zone. */
    boolean forbids(Instant instant, long day) {
        Instant free = freeInstant();
        return rule.head().isInForceOn(day) && (day < freeFrom || free == null || instant.isBefore(free));
    }

    private @Nullable Instant freeInstant() {
        return freeFrom == NEVER ? null : Days.instant(Days.startMicros((int) freeFrom));
    }
}
