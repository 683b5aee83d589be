package io.arrears.pipeline.verb;

import io.arrears.model.account.Money;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.offpolicy.Evidence;
import io.arrears.model.training.offpolicy.OffPolicyAnswer;
import io.arrears.model.training.offpolicy.PolicyValue;
import io.arrears.pipeline.evaluation.StrategyEvaluation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The evaluation of a strategy in words and figures; amounts in currency units per decision. */
final class EvaluationReport {
    private static final double CLOSE_TO_ALL = 0.8;

    private final Result result = new Result();
    private final String currency;
    private final double unit;

    private EvaluationReport(Strategy strategy) {
        this.currency = strategy.currency().getCurrencyCode();
        this.unit = Math.pow(10, Money.decimals(strategy.currency()));
    }

    static Result of(Strategy strategy, LocalDate asOf, StrategyEvaluation evaluation) {
        EvaluationReport report = new EvaluationReport(strategy);
        report.result
                .line(
                        "Strategy %s on the logged decisions whose outcome is known on %s, with model %s",
                        strategy.name(), asOf, evaluation.modelId())
                .field("strategy", strategy.name())
                .field("strategy_digest", strategy.digest())
                .field("model_id", evaluation.modelId())
                .field("as_of", asOf.toString())
                .field("currency", report.currency);
        report.evidence(evaluation.answer().evidence());
        report.circumstances(evaluation);
        if (evaluation.answer() instanceof OffPolicyAnswer.Estimated estimated) {
            report.values(estimated);
            report.bySegment(evaluation.bySegment());
            return report.result.field("refused", false);
        }
        OffPolicyAnswer.Refused refused = (OffPolicyAnswer.Refused) evaluation.answer();
        refused.reasons().forEach(reason -> report.result.line("  Refused: %s", reason));
        report.result.line("  Log more decisions with their propensities, or evaluate a strategy closer to the log.");
        return report.result
                .field("refused", true)
                .field("reasons", refused.reasons())
                .refused();
    }

    private void evidence(Evidence found) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("decisions", found.decisions());
        fields.put("without_propensity", found.withoutPropensity());
        fields.put("accounts", found.accounts());
        fields.put("effective_decisions", found.effectiveDecisions());
        fields.put("effective_accounts", found.effectiveAccounts());
        fields.put("overlap", found.overlap());
        fields.put("matched_share", found.matched());
        fields.put("clipped_share", found.clipped());
        result.field("evidence", fields)
                .line(
                        "  %,d decisions about %,d accounts, %,d more without propensity left out",
                        found.decisions() - found.withoutPropensity(), found.accounts(), found.withoutPropensity())
                .line(
                        "  worth %,.0f decisions and %,.0f accounts of the strategy's own; the log could have made %.1f %% of "
                                + "its choices, it could have made %.1f %% of the log's; %.2f %% of the weights were cut",
                        found.effectiveDecisions(),
                        found.effectiveAccounts(),
                        100 * found.overlap(),
                        100 * found.matched(),
                        100 * found.clipped());
    }

    private void circumstances(StrategyEvaluation evaluation) {
        LocalDate planDate = evaluation.prices().planDate();
        result.field("prices_of_plan", planDate == null ? null : planDate.toString())
                .field("learned_from_share", evaluation.learnedFrom())
                .field("skipped", evaluation.skipped())
                .field("account_share", evaluation.shareOfAccounts())
                .line(
                        planDate == null
                                ? "  capacities are taken as unlimited: the last plan is not of this strategy"
                                : "  capacities at the prices of its plan of " + planDate);
        evaluation.skipped().forEach((why, count) -> result.line("  %,d decisions left out: %s", count, why));
        if (evaluation.learnedFrom() > 0) {
            result.line(
                    "  note: the model has learned from %.1f %% of these decisions, which flatters the strategy; --since "
                            + "leaves them out",
                    100 * evaluation.learnedFrom());
        }
        if (evaluation.answer().evidence().overlap() < CLOSE_TO_ALL) {
            result.line(
                    "  note: much of what the strategy would do was never tried; there DR and DM rest on the model");
        }
        if (evaluation.shareOfAccounts() < 1) {
            result.line("  note: %.1f %% of the accounts, drawn by their id", 100 * evaluation.shareOfAccounts());
        }
    }

    private void values(OffPolicyAnswer.Estimated found) {
        result.line(
                "  cash in 30 days less cost of contact, %s per decision, with 95 %% intervals by account", currency);
        add("logged_value", "the log's policy: mean", found.logged());
        add("strategy_value", "the strategy: ", found.policy());
        add("none_value", "leaving everyone alone: ", found.none());
        add("gain_over_logged", "the strategy over the log's: DR", found.gain());
    }

    private void bySegment(Map<String, SortedMap<String, OffPolicyAnswer>> answers) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        answers.forEach((cut, segments) -> {
            result.line("  the strategy over the log's, by %s: DR", cut.replace('_', ' '));
            Map<String, @Nullable Object> cutFields = new LinkedHashMap<>();
            segments.forEach((segment, answer) -> cutFields.put(segment, segment(segment, answer)));
            fields.put(cut, cutFields);
        });
        result.field("gain_by_segment", fields);
    }

    private Map<String, @Nullable Object> segment(String name, OffPolicyAnswer answer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (answer instanceof OffPolicyAnswer.Estimated estimated) {
            fields.putAll(line(name, estimated.gain()));
        } else {
            List<String> reasons = ((OffPolicyAnswer.Refused) answer).reasons();
            fields.put("refused", reasons);
            result.line("    %-34s too little evidence: %s", name, reasons.get(0));
        }
        fields.put("decisions", answer.evidence().decisions());
        fields.put("effective_accounts", answer.evidence().effectiveAccounts());
        return fields;
    }

    private void add(String field, String words, PolicyValue value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("snips", line(words + "SNIPS", value.snips()));
        fields.put("dm", line(words + "DM", value.dm()));
        fields.put("dr", line(words + "DR", value.dr()));
        fields.put("switch_dr", line(words + "Switch-DR", value.switchDr()));
        result.field(field, fields);
    }

    private void add(String field, String words, Interval value) {
        result.field(field, line(words, value));
    }

    private Map<String, @Nullable Object> line(String words, Interval minor) {
        result.line(
                "    %-34s %,12.2f [%,.2f, %,.2f]",
                words, minor.value() / unit, minor.low() / unit, minor.high() / unit);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("value", figure(minor.value()));
        fields.put("low", figure(minor.low()));
        fields.put("high", figure(minor.high()));
        return fields;
    }

    private @Nullable Double figure(double minor) {
        return Double.isFinite(minor) ? minor / unit : null;
    }
}
