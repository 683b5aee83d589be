package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.decision.Strategy;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.offpolicy.LiveTest;
import io.arrears.pipeline.evaluation.LiveComparison;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code ./arrears evaluate --live} says. */
final class LiveReportTest {
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

    private static Result report(LiveComparison found) {
        return LiveReport.of(Strategy.standard(), SINCE, LocalDate.of(2026, 6, 1), found);
    }

    @Test
    void aVerdictNamesTheDayAndTheGainInCurrencyUnits() {
        Result result = report(new LiveComparison(
                800, 200, new Interval(1250, 250, 2250), LiveTest.Verdict.PROMOTE, LocalDate.of(2026, 5, 2)));

        assertThat(result.exitCode()).isZero();
        assertThat(result.fields())
                .containsEntry("verdict", "promote")
                .containsEntry("decided_on", "2026-05-02")
                .containsEntry("gain_per_account", Map.of("value", 12.5, "low", 2.5, "high", 22.5));
        assertThat(String.join("\n", result.lines())).contains("[2.50, 22.50]", "shown on 2026-05-02");
    }

    @Test
    void tooFewOutcomesHaveNoInterval() {
        Interval none = new Interval(3, Double.NaN, Double.NaN);
        Result result = report(new LiveComparison(8, 2, none, LiveTest.Verdict.GO_ON, null));

        assertThat(((Map<?, ?>) result.fields().get("gain_per_account")).get("low"))
                .isNull();
        assertThat(String.join("\n", result.lines())).contains("needs 100 outcomes");
    }
}
