package io.arrears.pipeline.verb;

import io.arrears.model.training.monitoring.Drift;
import io.arrears.model.training.monitoring.DriftLevel;
import io.arrears.model.training.monitoring.OutcomeCheck;
import io.arrears.model.training.monitoring.OutcomeRow;
import io.arrears.pipeline.monitoring.Monitoring;
import io.arrears.pipeline.monitoring.Movement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check of the model in words and figures. */
final class MonitoringReport {
    private static final int MOVEMENTS_SHOWN = 10;

    private MonitoringReport() {}

    static Result of(LocalDate asOf, Monitoring found) {
        List<String> alarms = alarms(found);
        int moved = found.movementsAt(DriftLevel.ACT).size();
        int watched = found.movementsAt(DriftLevel.WATCH).size();
        Result result = new Result()
                .line("Model %s as of %s: %s", found.modelId(), asOf, headline(alarms.size(), moved + watched))
                .field("model_id", found.modelId())
                .field("as_of", asOf.toString())
                .field("status", status(alarms.size(), moved + watched))
                .field("alarms", alarms)
                .field("false_alarm_rate", OutcomeCheck.FALSE_ALARMS);
        alarms.forEach(alarm -> result.line("  ALARM %s", alarm));
        outcomes(found, result);
        movements(found, result);
        return result.line(
                "  Where nothing has changed, any outcome alarm comes in %1$.0f %% of runs, any movement by chance in "
                        + "%1$.0f %%.",
                100 * OutcomeCheck.FALSE_ALARMS);
    }

    private static String status(int alarms, int moved) {
        if (alarms > 0) {
            return "alarm";
        }
        return moved > 0 ? "watch" : "quiet";
    }

    private static String headline(int alarms, int moved) {
        if (alarms > 0) {
            return alarms == 1 ? "1 alarm" : alarms + " alarms";
        }
        return moved > 0 ? "no alarm, but something to watch" : "quiet";
    }

    private static List<String> alarms(Monitoring found) {
        List<String> alarms = new ArrayList<>();
        for (OutcomeRow row : found.outcomeAlarms()) {
            alarms.add(
                    ("outcomes of %s: %.1f %% of the accounts open on %s paid within 30 days, %.1f %% were predicted, %.1f "
                                    + "to %.1f %% were to be expected")
                            .formatted(
                                    row.slice(),
                                    100 * row.observed(),
                                    found.outcomesFrom(),
                                    100 * row.predicted(),
                                    100 * row.band().low(),
                                    100 * row.band().high()));
        }
        for (Movement movement : found.movementAlarms()) {
            alarms.add(
                    "%s has moved far: PSI %.2f against the training window and %.2f against its last day; the limit is 0.25"
                            .formatted(
                                    movement.name(),
                                    movement.sinceWindow().psi(),
                                    movement.sinceLastDay().psi()));
        }
        return alarms;
    }

    private static void outcomes(Monitoring found, Result result) {
        result.field("outcomes_from", found.outcomesFrom().toString())
                .field("learned_from_these_outcomes", found.learned())
                .field("cycle_deviation", found.cycleDeviation())
                .field(
                        "outcomes",
                        found.outcomes().stream().map(MonitoringReport::fields).toList());
        if (found.outcomes().isEmpty()) {
            result.line(
                    "  Outcomes: fewer than 100 accounts, or 5 payers, were open on %s: too few to judge",
                    found.outcomesFrom());
            return;
        }
        result.line(
                "  Outcomes of %s     accounts  predicted  observed  expected between      AUC    ECE",
                found.outcomesFrom());
        for (OutcomeRow row : found.outcomes()) {
            result.line(
                    "    %-20s %,12d  %9.4f  %8.4f  %.4f and %.4f   %6.3f  %.4f",
                    row.slice(),
                    row.rows(),
                    row.predicted(),
                    row.observed(),
                    row.band().low(),
                    row.band().high(),
                    row.auc(),
                    row.ece());
        }
        if (found.learned()) {
            result.line(
                    "  note: the model was trained on these outcomes; ask again 30 days after its last training day");
        }
    }

    private static Map<String, @Nullable Object> fields(OutcomeRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("slice", row.slice());
        fields.put("accounts", row.rows());
        fields.put("predicted", row.predicted());
        fields.put("observed", row.observed());
        fields.put("expected_low", row.band().low());
        fields.put("expected_high", row.band().high());
        fields.put("z", row.band().z());
        fields.put("auc", Double.isNaN(row.auc()) ? null : row.auc());
        fields.put("ece", row.ece());
        fields.put("alarm", row.alarm());
        return fields;
    }

    private static void movements(Monitoring found, Result result) {
        result.field(
                        "drift",
                        found.movements().stream().map(MonitoringReport::fields).toList())
                .line(
                        "  Against the training window, PSI of 0.25 or more: %d, of 0.10 or more: %d; an alarm when the last "
                                + "training day says so too",
                        found.movementsAt(DriftLevel.ACT).size(),
                        found.movementsAt(DriftLevel.WATCH).size())
                .line("    %-28s window  last day  by chance  missing then    now  level", "");
        found.movements().stream()
                .limit(MOVEMENTS_SHOWN)
                .forEach(movement -> result.line(
                        "    %-28s %6.3f    %6.3f     %6.3f      %5.1f %%  %5.1f %%  %s",
                        movement.name(),
                        movement.sinceWindow().psi(),
                        movement.sinceLastDay().psi(),
                        movement.sinceWindow().noise(),
                        100 * movement.sinceWindow().missingBefore(),
                        100 * movement.sinceWindow().missingNow(),
                        level(movement.sinceWindow())));
        int hidden = found.movements().size() - MOVEMENTS_SHOWN;
        if (hidden > 0) {
            result.line("    and %d inputs that have moved less (all with --json)", hidden);
        }
    }

    private static Map<String, @Nullable Object> fields(Movement movement) {
        Drift drift = movement.sinceWindow();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", movement.name());
        fields.put("psi", drift.psi());
        fields.put("psi_last_day", movement.sinceLastDay().psi());
        fields.put("noise", drift.noise());
        fields.put("missing_before", drift.missingBefore());
        fields.put("missing_now", drift.missingNow());
        fields.put("level", level(drift));
        fields.put("alarm", movement.isAlarm());
        return fields;
    }

    private static String level(Drift drift) {
        return drift.level().name().toLowerCase(Locale.ROOT);
    }
}
