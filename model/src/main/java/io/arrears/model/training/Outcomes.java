package io.arrears.model.training;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What happened to an account after an as-of day, with all that is known at the end of the observed time. Unlike features
 * this looks ahead: it makes labels, never inputs.
 *
 * @param pay 1 when a payment came in within the window, else 0; empty while the window is not over
 * @param cashMinor what came in within the window, less what was taken back of it; empty likewise
 * @param roll 1 when the account was 90 or more days past due on a day of its window, else 0; empty when it already was
 *     on the as-of day, or when the window is not over (even if it rolled already: early answers are all ones)
 */
public record Outcomes(OptionalInt pay, OptionalLong cashMinor, OptionalInt roll) {
    private static final int ROLLED_DAYS_PAST_DUE = 90;

    /** With the standard windows. */
    public static Outcomes of(AccountHistory history, int asOfDay, int observedThroughDay) {
        return of(history, asOfDay, observedThroughDay, OutcomeWindow.STANDARD);
    }

    /**
     * @param observedThroughDay the last day whose facts are all known; facts known later do not count
     */
    public static Outcomes of(AccountHistory history, int asOfDay, int observedThroughDay, OutcomeWindow window) {
        KnownHistory now = history.knownAtStartOf(observedThroughDay + 1);
        int lastPayDay = asOfDay + window.payDays() - 1;
        OptionalLong cash = lastPayDay <= observedThroughDay
                ? OptionalLong.of(StayedMoney.sumMinor(now.payments(), asOfDay, lastPayDay))
                : OptionalLong.empty();
        OptionalInt pay = cash.isPresent() ? OptionalInt.of(cash.getAsLong() > 0 ? 1 : 0) : OptionalInt.empty();
        return new Outcomes(pay, cash, roll(history, now, asOfDay, window.rollDays()));
    }

    private static OptionalInt roll(AccountHistory history, KnownHistory now, int asOfDay, int days) {
        int last = asOfDay + days - 1;
        boolean over = last < now.asOfDay();
        if (!over || history.knownAtStartOf(asOfDay).daysPastDue() >= ROLLED_DAYS_PAST_DUE) {
            return OptionalInt.empty();
        }
        Ledger ledger = Ledger.start(now.invoices(), now.payments());
        for (int day = asOfDay; day <= last; day++) {
            ledger.advanceTo(day);
            if (ledger.daysPastDue(day) >= ROLLED_DAYS_PAST_DUE) {
                return OptionalInt.of(1);
            }
        }
        return OptionalInt.of(0);
    }
}
