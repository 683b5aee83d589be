package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.FlagKind;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule of a pack. */
sealed interface Rule {
    RuleHead head();

    /**
     * No contact while the flag is in force.
     *
     * @param unlessAllowedByArm except by arms the strategy allows for it
     * @param everyAccount also while it is in force on another account of the debtor
     */
    record Stop(RuleHead head, FlagKind flag, boolean unlessAllowedByArm, boolean everyAccount) implements Rule {}

    /** No contact while the whole debt or one of its open items is disputed. */
    record OpenDispute(RuleHead head) implements Rule {}

    /** No contact until a pending promise's due day and grace are over. */
    record PendingPromise(RuleHead head, int graceDays) implements Rule {}

    /** No contact while nothing is past due, for some days after a payment settled a late item. */
    record Cured(RuleHead head, int days) implements Rule {}

    /**
     * No contact on a channel whose consent was withdrawn, or, where a grant is needed, was never given.
     *
     * @param revokesAll whether a withdrawal on one of the rule's channels closes all of them
     */
    record ConsentGiven(RuleHead head, boolean grantNeeded, boolean revokesAll) implements Rule {}

    /** No contact before {@code waitDays} whole days have passed since the first notice on a channel {@code by}. */
    record NoticeFirst(RuleHead head, Set<Channel> by, int waitDays) implements Rule {}

    /** None of {@code actions} before one of {@code offers} was made in these arrears. */
    record OfferFirst(RuleHead head, Set<String> actions, Set<String> offers) implements Rule {}

    /**
     * Contact only within these hours of the debtor's local day; days without hours are closed.
     *
     * @param holidays absent = holidays are like other days
     */
    record Hours(
            RuleHead head,
            Map<DayOfWeek, HourSpan> hours,
            @Nullable HolidayCalendar holidays) implements Rule {
        /** The hours of a day, in days since 1970-01-01. */
        HourSpan on(long day) {
            if (holidays != null && holidays.isHoliday(day)) {
                return HourSpan.CLOSED;
            }
            HourSpan open = hours.get(DayOfWeek.of(Math.floorMod(day + 3, 7) + 1));
            return open == null ? HourSpan.CLOSED : open;
        }
    }

    /** No contact once {@code blockAt} events were counted. */
    record Cap(RuleHead head, Counting counting, CountingWindow window, int blockAt) implements Rule {}
}
