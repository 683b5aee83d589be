package io.arrears.pipeline.verb;

import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.monitoring.DriftLevel;
import io.arrears.model.training.monitoring.Signal;
import io.arrears.model.training.monitoring.SignalCheck;
import io.arrears.pipeline.book.Flips;
import io.arrears.pipeline.monitoring.Monitoring;
import io.arrears.pipeline.monitoring.Movement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A check of the model in words. */
final class MonitoringReport {
    private static final int SHOWN = 10;
    private static final int MOVES_SHOWN = 5;

    private final Monitoring found;
    private final Result result = new Result();

    private MonitoringReport(Monitoring found) {
        this.found = found;
    }

    static Result of(LocalDate asOf, Monitoring found) {
        MonitoringReport report = new MonitoringReport(found);
        MonitoringFields.add(report.result, asOf, found, report.alarms());
        report.write(asOf);
        return report.result;
    }

    private void write(LocalDate asOf) {
        List<String> alarms = alarms();
        result.line("Model %s as of %s: %s", found.modelId(), asOf, headline(alarms.size()));
        alarms.forEach(alarm -> result.line("  ALARM %s", alarm));
        if (!found.outcomeAlarms().isEmpty()) {
            result.line("  Moved: segments %s; inputs %s", moved(Signal.Kind.SLICE), moved(Signal.Kind.INPUT));
        }
        outcomes();
        history();
        movements();
        flips();
        result.line("  Where nothing has changed, any alarm comes in %.0f %% of runs.", 100 * Monitoring.FALSE_ALARMS);
    }

    private String headline(int alarms) {
        return switch (found.status()) {
            case "alarm" -> alarms == 1 ? "1 alarm" : alarms + " alarms";
            case "watch" -> "no alarm, but something to watch";
            default -> "quiet";
        };
    }

    private List<String> alarms() {
        return Stream.concat(
                        found.outcomeAlarms().stream().map(this::alarm),
                        found.movementAlarms().stream()
                                .map(movement ->
                                        ("%s has moved: PSI %.2f against the training window, %.2f of it since "
                                                        + "the last cycle, where steps up to %.2f are usual")
                                                .formatted(
                                                        movement.name(),
                                                        movement.sinceWindow().psi(),
                                                        movement.step(),
                                                        movement.stepLimit())))
                .toList();
    }

    private String alarm(SignalCheck check) {
        SignalCheck.Shares shares = check.shares();
        if (shares != null) {
            return ("outcomes of %s: %.1f %% of the accounts open on %s paid within 30 days, %.1f %% were predicted, %.1f to "
                            + "%.1f %% were to be expected")
                    .formatted(
                            check.signal().name(),
                            100 * shares.observed(),
                            found.outcomesFrom(),
                            100 * shares.predicted(),
                            100 * shares.low(),
                            100 * shares.high());
        }
        String what = check.signal().kind() == Signal.Kind.SLOPE
                ? "outcomes do not follow the predictions as steeply as they did: slope off by"
                : "outcomes depart from predictions along %s: log-odds by"
                        .formatted(check.signal().name());
        return "%s %+.2f, %+.2f to %+.2f were to be expected"
                .formatted(what, check.departure(), check.expected() - check.limit(), check.expected() + check.limit());
    }

    private String moved(Signal.Kind kind) {
        String names = found.checks().stream()
                .filter(check -> check.signal().kind() == kind && (check.moved() || check.alarm()))
                .sorted(Comparator.comparingDouble(check -> -Math.abs(check.z())))
                .limit(SHOWN)
                .map(check -> "%s (%+.2f)".formatted(check.signal().name(), check.departure()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none beyond the others" : names;
    }

    private void outcomes() {
        if (found.checks().isEmpty()) {
            result.line(
                    found.learned()
                            ? "  Outcomes: the model was trained on those of %s; ask again 30 days after its last training day"
                            : "  Outcomes: fewer than 100 accounts, or 10 payers or non-payers, were open on %s: too few to judge",
                    found.outcomesFrom());
            return;
        }
        result.line(
                "  Outcomes of %s                 accounts  predicted  observed  expected between        z",
                found.outcomesFrom());
        for (SignalCheck check : found.checks()) {
            SignalCheck.Shares shares = check.shares();
            if (shares != null) {
                result.line(
                        "    %-32s %,12d  %9.4f  %8.4f  %.4f and %.4f   %+6.2f",
                        check.signal().name(),
                        check.rows(),
                        shares.predicted(),
                        shares.observed(),
                        shares.low(),
                        shares.high(),
                        check.z());
            }
        }
    }

    private void history() {
        if (found.history().isEmpty()) {
            return;
        }
        result.line(
                "  Calibration over time   accounts  intercept (95 %)        slope (95 %)         ECE (95 %)           "
                        + "   AUC");
        for (Monitoring.Point point : found.history()) {
            result.line(
                    "    %s %,18d  %s  %s  %s  %6.3f%s",
                    point.asOf(),
                    point.calibration().rows(),
                    interval("%+5.2f (%+5.2f, %+5.2f)", point.calibration().intercept()),
                    interval("%4.2f (%4.2f, %4.2f)", point.calibration().slope()),
                    interval("%.3f (%.3f, %.3f)", point.calibration().ece()),
                    point.calibration().auc().value(),
                    point.alarms() > 0 ? "  alarm" : "");
        }
    }

    private static String interval(String format, Interval interval) {
        return format.formatted(interval.value(), interval.low(), interval.high());
    }

    private void movements() {
        result.line(
                        "  Against the training window, PSI of 0.25 or more: %d, of 0.10 or more: %d; an alarm when the last step "
                                + "is unusual too",
                        found.movementsAt(DriftLevel.ACT).size(),
                        found.movementsAt(DriftLevel.WATCH).size())
                .line("    %-28s window  by chance  last step   usual up to  missing then    now  level", "");
        found.movements().stream()
                .limit(SHOWN)
                .forEach(movement -> result.line(
                        "    %-28s %6.3f     %6.3f     %6.3f  %12s      %5.1f %%  %5.1f %%  %s",
                        movement.name(),
                        movement.sinceWindow().psi(),
                        movement.sinceWindow().noise(),
                        movement.step(),
                        limit(movement),
                        100 * movement.sinceWindow().missingBefore(),
                        100 * movement.sinceWindow().missingNow(),
                        movement.sinceWindow().level().name().toLowerCase(Locale.ROOT)));
        int hidden = found.movements().size() - SHOWN;
        if (hidden > 0) {
            result.line("    and %d inputs that have moved less (all with --json)", hidden);
        }
    }

    private static String limit(Movement movement) {
        return Double.isInfinite(movement.stepLimit()) ? "not known" : "%.3f".formatted(movement.stepLimit());
    }

    private void flips() {
        @Nullable Flips flips = found.flips();
        if (flips == null) {
            return;
        }
        result.line(
                "  Decisions: corrected by these outcomes, strategy %s would change %,d of %,d (%.1f %%)",
                flips.strategy(),
                flips.changed(),
                flips.accounts(),
                100.0 * flips.changed() / Math.max(1, flips.accounts()));
        for (Map.Entry<String, Long> move :
                flips.moves().entrySet().stream().limit(MOVES_SHOWN).toList()) {
            result.line("    %-60s %,10d", move.getKey(), move.getValue());
        }
    }
}
