package io.arrears.pipeline.monitoring;

import io.arrears.model.training.monitoring.CalibrationPoint;
import io.arrears.model.training.monitoring.CycleReview;
import io.arrears.model.training.monitoring.DriftLevel;
import io.arrears.model.training.monitoring.Habit;
import io.arrears.model.training.monitoring.SignalCheck;
import io.arrears.pipeline.book.Flips;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the model in force found.
 *
 * @param outcomesFrom as-of date of the predictions whose outcomes have matured last
 * @param checks signals of that cycle, levels and slopes first; empty when the model has learned from it
 * @param history every cycle that the model has not learned from, rising
 * @param movements the score, then the inputs, the farthest moved first
 * @param flips decisions that the outcomes would change; null when not asked for
 */
public record Monitoring(
        String modelId,
        LocalDate outcomesFrom,
        List<SignalCheck> checks,
        List<Point> history,
        List<Movement> movements,
        @Nullable Flips flips) {
    /** Chance of any alarm in a run where nothing has changed. */
    public static final double FALSE_ALARMS = CycleReview.FALSE_ALARMS + Habit.FALSE_ALARMS;

    /** One cycle: how calibrated it was, and how many alarms it would have given. */
    public record Point(LocalDate asOf, CalibrationPoint calibration, int alarms) {}

    public Monitoring {
        checks = List.copyOf(checks);
        history = List.copyOf(history);
        movements = List.copyOf(movements);
    }

    /** Whether the model was trained on the outcomes that have matured last: they say nothing about it. */
    public boolean learned() {
        return checks.isEmpty()
                && (history.isEmpty() || !history.get(history.size() - 1).asOf().equals(outcomesFrom));
    }

    /** What stands at a level against the whole training window. */
    public List<Movement> movementsAt(DriftLevel level) {
        return movements.stream()
                .filter(movement -> movement.sinceWindow().level() == level)
                .toList();
    }

    public List<Movement> movementAlarms() {
        return movements.stream().filter(Movement::isAlarm).toList();
    }

    public List<SignalCheck> outcomeAlarms() {
        return checks.stream().filter(SignalCheck::alarm).toList();
    }

    /** {@code alarm}, {@code watch} when something has moved against the window, or {@code quiet}. */
    public String status() {
        if (!outcomeAlarms().isEmpty() || !movementAlarms().isEmpty()) {
            return "alarm";
        }
        return movementsAt(DriftLevel.QUIET).size() == movements.size() ? "quiet" : "watch";
    }
}
