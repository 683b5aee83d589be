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
 * @param from first day in force, in UTC; absent = always
 * @param to first day no longer in force; absent = open
 */
record RuleHead(
        String id,
        String citation,
        Severity severity,
        Set<Channel> channels,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    boolean isInForceOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
