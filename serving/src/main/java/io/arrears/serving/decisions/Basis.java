package io.arrears.serving.decisions;

import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.serving.mart.RunInfo;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer rests on, beside the plan's prices.
 *
 * @param kind {@code plan}: what the plan knew, so that the answer is the plan's; {@code newer_events}: more than that;
 *     {@code another_day}, {@code another_model}, {@code given_history}: not the plan's day, model or book
 * @param newerEvents how many facts came to be known after the plan, of this account and of its debtor's others
 * @param detail in a sentence
 */
record Basis(String kind, long newerEvents, String detail) {
    static final String PLAN = "plan";

    /**
     * @param others the debtor's other accounts, whose contacts and flags count too
     * @param given whether the question brought the history
     * @param modelId that decides now
     */
    static Basis of(KnownHistory known, OtherAccounts others, boolean given, RunInfo run, String modelId) {
        if (given) {
            return new Basis(
                    "given_history",
                    0,
                    "It rests on the history given, at the prices of the plan of %s.".formatted(run.asOf()));
        }
        if (!modelId.equals(run.modelId())) {
            return new Basis(
                    "another_model",
                    0,
                    "Model %s decides, at the prices of the plan of %s by model %s."
                            .formatted(modelId, run.asOf(), run.modelId()));
        }
        int planned = Days.of(run.asOf());
        if (known.asOfDay() != planned) {
            return new Basis(
                    "another_day",
                    0,
                    "It is as of %s, at the prices of the plan of %s."
                            .formatted(Days.date(known.asOfDay()), run.asOf()));
        }
        long newer = facts(known, others)
                .filter(fact -> fact.knownMicros() > Days.startMicros(planned))
                .count();
        return newer > 0
                ? new Basis(
                        "newer_events",
                        newer,
                        "%d events are known that the plan of %s did not know: they are counted here, at its prices."
                                .formatted(newer, run.asOf()))
                : new Basis(PLAN, 0, "It is what the plan of %s says%s.".formatted(run.asOf(), since(known)));
    }

    /** What of the plan's window is over is not offered any more. */
    private static String since(KnownHistory known) {
        return known.asOfMicros() == Days.startMicros(known.asOfDay())
                ? ""
                : ", but for the hours before %s"
                        .formatted(Days.instant(known.asOfMicros()).truncatedTo(ChronoUnit.MINUTES));
    }

    private static Stream<? extends Fact> facts(KnownHistory known, OtherAccounts others) {
        return Stream.of(
                        known.findAccount().stream().toList(),
                        known.invoices(),
                        known.payments(),
                        known.contacts(),
                        known.promises(),
                        known.disputes(),
                        known.consents(),
                        known.flags(),
                        others.contacts(),
                        others.flags())
                .map((List<? extends Fact> facts) -> facts)
                .flatMap(Collection::stream);
    }
}
