package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every rule has.
 *
 * @param id pack and rule
 * @param channels those it binds
 * @param from first day in force, in the debtor's calendar; absent = always
 * @param to first day no longer in force; absent = open
 */
record RuleHead(
        String id,
        String citation,
        RuleStatus status,
        Severity severity,
        Applicability applies,
        Set<Channel> channels,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** Whether it is in force on a day, in days since 1970-01-01. */
    boolean isInForceOn(long day) {
        return (from == null || day >= from.toEpochDay()) && (to == null || day < to.toEpochDay());
    }

    boolean binds(PlannedContact planned) {
        return channels.contains(planned.channel()) && !(severity == Severity.RECOMMEND && planned.beyondRecommended());
    }
}
