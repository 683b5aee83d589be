package io.arrears.model.training;

import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Promise;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of an attempt, a promise, or an account-day left alone. Empty while its outcome window is not over, even when
 * the answer is clear already: early answers are all of one kind.
 *
 * @param throughDay last day of the outcome window
 * @param happened whether the right party was met, the promise kept, the account cured
 * @param weight how many such rows this one stands for
 */
public record EventOutcome(int throughDay, boolean happened, double weight) {
    private static final double MOST_WEIGHT = 25;

    /**
     * Of an attempt: whether it met the right party.
     *
     * @param contact as known now
     * @param horizonDays until its result is on record
     * @return empty for anything but an outbound attempt with a recorded outcome
     */
    public static Optional<EventOutcome> ofAttempt(Contact contact, int observedThroughDay, int horizonDays) {
        int through = contact.decidedDay() + horizonDays - 1;
        boolean recorded = contact.isOutboundAttempt() && contact.result().outcome() != null;
        return recorded && through <= observedThroughDay
                ? Optional.of(new EventOutcome(through, contact.result().rightParty(), 1))
                : Optional.empty();
    }

    /**
     * Of a promise: whether the payments from the day it was made through its due day and the grace reach it. Money taken
     * back since was not paid.
     *
     * @param promise as known on the as-of day
     * @param then what was known on the as-of day
     * @param now all that is known through the last observed day
     * @return empty too when it was kept before the as-of day, or its days were over
     */
    public static Optional<EventOutcome> ofPromise(
            Promise promise, KnownHistory then, KnownHistory now, int graceDays) {
        int through = promise.dueDay() + graceDays;
        boolean pending = through >= then.asOfDay()
                && StayedMoney.sumMinor(then.payments(), promise.madeDay(), through) < promise.amountMinor();
        if (!pending || through >= now.asOfDay()) {
            return Optional.empty();
        }
        boolean kept = StayedMoney.sumMinor(now.payments(), promise.madeDay(), through) >= promise.amountMinor();
        return Optional.of(new EventOutcome(through, kept, 1));
    }

    /**
     * Of an account-day past due: whether the account cured itself, by the ledger of money that stayed, on some day of
     * the window. Credit given from the as-of day on is no cure.
     *
     * <p>Only account-days left alone until the answer can tell; those contacted before have none. So that the rest stand
     * for all, each weighs the reciprocal of the probability with which the logged decisions in between left it alone
     * (inverse probability of censoring; Robins and Finkelstein 2000), as far as that is known, and at most 25.
     *
     * @param then what was known on the as-of day
     * @param now all that is known through the last observed day
     */
    public static Optional<EventOutcome> ofAccountLeftAlone(KnownHistory then, KnownHistory now, int horizonDays) {
        int day = then.asOfDay();
        int through = day + horizonDays - 1;
        if (then.ledger().pastDueMinor(day) == 0 || through >= now.asOfDay()) {
            return Optional.empty();
        }
        OptionalInt cured = Cure.findDay(now, day, through);
        double alone = 1;
        for (Contact contact : now.contacts()) {
            boolean before = contact.decidedDay() >= day && contact.decidedDay() <= cured.orElse(through);
            if (before && contact.isOutboundAttempt()) {
                return Optional.empty();
            }
            Double propensity = contact.terms().propensity();
            if (before && contact.direction() == Direction.OUTBOUND && propensity != null) {
                alone *= propensity;
            }
        }
        return Optional.of(new EventOutcome(through, cured.isPresent(), Math.min(MOST_WEIGHT, 1 / alone)));
    }
}
