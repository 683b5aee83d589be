package io.arrears.pipeline.evaluation;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.OutcomeWindow;
import io.arrears.model.training.Outcomes;
import java.util.OptionalLong;

/** What came in within a strategy's horizon, in minor units of the account's currency. */
final class ReceivedCash {
    /** Rolling is not asked for: its window is never over. */
    private static final int NEVER_OVER_DAYS = 1_000_000;

    private ReceivedCash() {}

    /** Empty while the horizon from {@code day} on is not over. */
    static OptionalLong findMinor(AccountHistory history, int day, int observedThroughDay, Strategy strategy) {
        OutcomeWindow window = new OutcomeWindow(strategy.terms().horizonDays(), NEVER_OVER_DAYS);
        return Outcomes.of(history, day, observedThroughDay, window).cashMinor();
    }
}
