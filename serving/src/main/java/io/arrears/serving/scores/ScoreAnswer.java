package io.arrears.serving.scores;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.scoring.Reason;
import io.arrears.model.scoring.Scores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one account as answered.
 *
 * @param currency of the expected cash
 * @param rollProbability absent when the account is 90 or more days past due already
 * @param keptProbability absent without a pending promise, or when the model does not say
 * @param selfCureProbability absent when nothing is past due, or when the model does not say
 * @param reach by channel and window; empty when the model does not say
 */
public record ScoreAnswer(
        String accountId,
        Instant asOf,
        String modelId,
        String currency,
        @JsonProperty("pay_probability_30d") double payProbability30d,
        @JsonProperty("expected_cash_30d") BigDecimal expectedCash30d,
        @Nullable Double rollProbability,
        List<Factor> reasons,
        @Nullable Double keptProbability,
        @Nullable Double selfCureProbability,
        Map<String, Double> reach) {
    /**
     * One reason.
     *
     * @param value absent when the feature was missing
     */
    public record Factor(String feature, @Nullable Float value, double contribution, String text) {
        static Factor of(Reason reason) {
            Float value = Float.isFinite(reason.value()) ? (Float) reason.value() : null;
            return new Factor(reason.feature(), value, reason.contribution(), reason.text());
        }
    }

    /** The answer for scores of an account as it was known. */
    public static ScoreAnswer of(KnownHistory known, Scores scores) {
        var currency = known.getAccount().currency();
        return new ScoreAnswer(
                known.id().value(),
                Days.instant(known.asOfMicros()),
                scores.modelId(),
                currency.getCurrencyCode(),
                scores.payProbability30d(),
                Money.decimal(scores.expectedCash30dMinor(), currency),
                orAbsent(scores.rollProbability()),
                scores.reasons().stream().map(Factor::of).toList(),
                orAbsent(scores.further().keptProbability()),
                orAbsent(scores.further().selfCureProbability()),
                scores.further().reach());
    }

    private static @Nullable Double orAbsent(double probability) {
        return Double.isNaN(probability) ? null : (Double) probability;
    }
}
