package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.FlagKind;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;

/** A rule of a pack. */
sealed interface Rule {
    RuleHead head();

    /** No contact while the flag is in force, except, where said so, by arms the strategy allows for it. */
    record Stop(RuleHead head, FlagKind flag, boolean unlessAllowedByArm) implements Rule {}

    /** No contact while the whole debt or one of its open items is disputed. */
    record OpenDispute(RuleHead head) implements Rule {}

    /** No contact until a pending promise's due day and grace are over. */
    record PendingPromise(RuleHead head, int graceDays) implements Rule {}

    /** No contact while nothing is past due, for some days after a payment settled a late item. */
    record Cured(RuleHead head, int days) implements Rule {}

    /** No contact on a channel whose consent was withdrawn, or, where a grant is needed, was never given. */
    record ConsentGiven(RuleHead head, boolean grantNeeded) implements Rule {}

    /** Contact only within these hours of the debtor's local day; days without hours are closed. */
    record Hours(RuleHead head, Map<DayOfWeek, HourSpan> hours) implements Rule {}

    /** No contact once {@code blockAt} events were counted. */
    record Cap(RuleHead head, CountingUnit unit, Set<Channel> counted, CountingWindow window, int blockAt)
            implements Rule {}
}
