package io.arrears.pipeline.verb;

import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.monitoring.CalibrationPoint;
import io.arrears.model.training.monitoring.Signal;
import io.arrears.model.training.monitoring.SignalCheck;
import io.arrears.pipeline.book.Flips;
import io.arrears.pipeline.monitoring.Monitoring;
import io.arrears.pipeline.monitoring.Movement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check of the model as fields for a program. */
final class MonitoringFields {
    private MonitoringFields() {}

    static void add(Result result, LocalDate asOf, Monitoring found, List<String> alarms) {
        result.field("model_id", found.modelId())
                .field("as_of", asOf.toString())
                .field("status", found.status())
                .field("alarms", alarms)
                .field("false_alarm_rate", Monitoring.FALSE_ALARMS)
                .field("outcomes_from", found.outcomesFrom().toString())
                .field("learned_from_these_outcomes", found.learned())
                .field("moved_segments", moved(found, Signal.Kind.SLICE))
                .field("moved_inputs", moved(found, Signal.Kind.INPUT))
                .field(
                        "outcomes",
                        found.checks().stream().map(MonitoringFields::fields).toList())
                .field(
                        "calibration",
                        found.history().stream().map(MonitoringFields::fields).toList())
                .field(
                        "drift",
                        found.movements().stream().map(MonitoringFields::fields).toList());
        Flips flips = found.flips();
        if (flips != null) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("strategy", flips.strategy());
            fields.put("accounts", flips.accounts());
            fields.put("changed", flips.changed());
            fields.put("moves", flips.moves());
            result.field("decision_flips", fields);
        }
    }

    private static List<String> moved(Monitoring found, Signal.Kind kind) {
        return found.checks().stream()
                .filter(check -> check.signal().kind() == kind && (check.moved() || check.alarm()))
                .map(check -> check.signal().name())
                .toList();
    }

    private static Map<String, @Nullable Object> fields(SignalCheck check) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", check.signal().kind().name().toLowerCase(Locale.ROOT));
        fields.put("slice", check.signal().name());
        fields.put("accounts", check.rows());
        SignalCheck.Shares shares = check.shares();
        if (shares != null) {
            fields.put("predicted", shares.predicted());
            fields.put("observed", shares.observed());
            fields.put("expected_low", shares.low());
            fields.put("expected_high", shares.high());
        }
        fields.put("departure", check.departure());
        fields.put("departure_low", check.expected() - check.limit());
        fields.put("departure_high", check.expected() + check.limit());
        fields.put("z", check.z());
        fields.put("moved", check.moved());
        fields.put("alarm", check.alarm());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Monitoring.Point point) {
        CalibrationPoint calibration = point.calibration();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("outcomes_from", point.asOf().toString());
        fields.put("accounts", calibration.rows());
        fields.put("predicted", orNull(calibration.predicted()));
        fields.put("observed", orNull(calibration.observed()));
        put(fields, "intercept", calibration.intercept());
        put(fields, "slope", calibration.slope());
        put(fields, "ece", calibration.ece());
        put(fields, "auc", calibration.auc());
        fields.put("alarms", point.alarms());
        return fields;
    }

    private static void put(Map<String, @Nullable Object> fields, String name, Interval interval) {
        fields.put(name, orNull(interval.value()));
        fields.put(name + "_low", orNull(interval.low()));
        fields.put(name + "_high", orNull(interval.high()));
    }

    private static Map<String, @Nullable Object> fields(Movement movement) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", movement.name());
        fields.put("psi", movement.sinceWindow().psi());
        fields.put("noise", movement.sinceWindow().noise());
        fields.put("last_step", movement.step());
        fields.put("last_step_limit", orNull(movement.stepLimit()));
        fields.put("missing_before", movement.sinceWindow().missingBefore());
        fields.put("missing_now", movement.sinceWindow().missingNow());
        fields.put("level", movement.sinceWindow().level().name().toLowerCase(Locale.ROOT));
        fields.put("alarm", movement.isAlarm());
        return fields;
    }

    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
