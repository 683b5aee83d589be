package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.offpolicy.Evidence;
import io.arrears.model.training.offpolicy.OffPolicyAnswer;
import io.arrears.model.training.offpolicy.PolicyValue;
import io.arrears.pipeline.evaluation.StrategyEvaluation;
import io.arrears.pipeline.evaluation.StrategyPrices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code ./arrears evaluate} says, and that a refusal is no number. */
final class EvaluationReportTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final Evidence EVIDENCE = new Evidence(1000, 100, 300, 250, 120, 0.9, 0.8, 0);

    private static Result report(OffPolicyAnswer answer) {
        return report(answer, Map.of());
    }

    private static Result report(OffPolicyAnswer answer, Map<String, SortedMap<String, OffPolicyAnswer>> bySegment) {
        Strategy strategy = Strategy.standard();
        StrategyPrices prices = new StrategyPrices(Prices.free(strategy), null);
        return EvaluationReport.of(
                strategy,
                AS_OF,
                new StrategyEvaluation("20260601-aaaaaa", prices, answer, bySegment, Map.of(), 0.5, 1));
    }

    @Test
    void aRefusalEndsWithOneAndSaysWhyWithoutAnyValue() {
        Result result = report(new OffPolicyAnswer.Refused(EVIDENCE, List.of("too few decisions")));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.fields())
                .containsEntry("refused", true)
                .containsEntry("reasons", List.of("too few decisions"))
                .containsKey("evidence")
                .doesNotContainKeys("strategy_value", "logged_value", "none_value", "gain_over_logged");
        assertThat(String.join("\n", result.lines())).contains("Refused: too few decisions");
    }

    @Test
    void valuesAreInCurrencyUnitsAndAnUndefinedOneIsNull() {
        Interval one = new Interval(1250, 1000, 1500);
        PolicyValue value = new PolicyValue(one, one, one, one);
        PolicyValue undefined = new PolicyValue(new Interval(Double.NaN, Double.NaN, Double.NaN), one, one, one);

        Result result = report(new OffPolicyAnswer.Estimated(EVIDENCE, one, value, undefined, one));

        assertThat(result.exitCode()).isZero();
        assertThat(result.fields().get("logged_value")).isEqualTo(Map.of("value", 12.5, "low", 10.0, "high", 15.0));
        assertThat(((Map<?, ?>) ((Map<?, ?>) result.fields().get("none_value")).get("snips")).get("value"))
                .isNull();
        assertThat(result.fields().get("strategy_value")).isInstanceOf(Map.class);
        assertThat(String.join("\n", result.lines())).contains("12.50 [10.00, 15.00]", "learned from 50.0 %");
    }

    @Test
    void aSegmentHasItsGainOrTheReasonWhyNot() {
        Interval one = new Interval(1250, 1000, 1500);
        Interval two = new Interval(250, 100, 400);
        PolicyValue value = new PolicyValue(one, one, one, one);
        OffPolicyAnswer loans = new OffPolicyAnswer.Estimated(EVIDENCE, one, value, value, two);
        OffPolicyAnswer cards = new OffPolicyAnswer.Refused(EVIDENCE, List.of("too few decisions"));

        Result result = report(
                new OffPolicyAnswer.Estimated(EVIDENCE, one, value, value, one),
                Map.of("receivable_type", new TreeMap<>(Map.of("consumer_loan", loans, "credit_card", cards))));

        Map<?, ?> cut = (Map<?, ?>) ((Map<?, ?>) result.fields().get("gain_by_segment")).get("receivable_type");
        assertThat(((Map<?, ?>) cut.get("consumer_loan")).get("value")).isEqualTo(2.5);
        assertThat(((Map<?, ?>) cut.get("credit_card")).get("refused")).isEqualTo(List.of("too few decisions"));
        assertThat(String.join("\n", result.lines()))
                .containsPattern("consumer_loan +2.50 \\[1.00, 4.00\\]")
                .containsPattern("credit_card +too little evidence: too few decisions");
    }
}
