package io.arrears.pipeline.verb;

import io.arrears.model.account.Money;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.offpolicy.LiveTest;
import io.arrears.pipeline.evaluation.LiveComparison;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A live test in words and figures; amounts in currency units per account. */
final class LiveReport {
    private LiveReport() {}

    static Result of(Strategy strategy, LocalDate since, LocalDate asOf, LiveComparison found) {
        double unit = Math.pow(10, Money.decimals(strategy.currency()));
        Interval gain = found.gain();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("value", finite(gain.value() / unit));
        fields.put("low", finite(gain.low() / unit));
        fields.put("high", finite(gain.high() / unit));
        LocalDate decidedOn = found.decidedOn();
        return new Result()
                .line("Challenger against champion, accounts past due from %s, outcomes known on %s", since, asOf)
                .line(
                        "  %,d accounts with the champion, %,d with the challenger whose %d days are over",
                        found.champions(), found.challengers(), strategy.terms().horizonDays())
                .line("  %s", gain(strategy, gain, unit))
                .line("  %s", words(found))
                .field("since", since.toString())
                .field("as_of", asOf.toString())
                .field("currency", strategy.currency().getCurrencyCode())
                .field("champion_accounts", found.champions())
                .field("challenger_accounts", found.challengers())
                .field("gain_per_account", fields)
                .field("verdict", found.verdict().name().toLowerCase(Locale.ROOT))
                .field("decided_on", decidedOn == null ? null : decidedOn.toString());
    }

    private static String gain(Strategy strategy, Interval gain, double unit) {
        return Double.isNaN(gain.low())
                ? "no figure yet"
                : "the challenger brings in %,.2f %s more per account, [%,.2f, %,.2f] whenever one looks"
                        .formatted(gain.value() / unit, strategy.currency(), gain.low() / unit, gain.high() / unit);
    }

    private static String words(LiveComparison found) {
        LiveTest.Verdict verdict = found.verdict();
        return switch (verdict) {
            case PROMOTE -> "promote the challenger: shown on " + found.decidedOn();
            case STOP -> "stop: the challenger brings in less, shown on " + found.decidedOn();
            case GO_ON ->
                Double.isNaN(found.gain().low())
                        ? "go on: each side needs %d outcomes before anything is said"
                                .formatted(LiveTest.LEAST_OUTCOMES)
                        : "go on: neither is shown to be better";
        };
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
