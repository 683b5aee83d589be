package io.arrears.pipeline.monitoring;

import io.arrears.model.training.monitoring.DriftLevel;
import io.arrears.model.training.monitoring.OutcomeRow;
import java.time.LocalDate;
import java.util.List;

/**
 * What a check of the model in force found.
 *
 * @param outcomesFrom as-of date of the predictions whose outcomes have matured
 * @param outcomes one row per slice large enough to judge, {@code all} first
 * @param movements the score, then the inputs, the farthest moved first
 * @param cycleDeviation what moves the whole book from month to month, as far as the training window shows it
 * @param learned whether the model was trained on the outcomes checked
 */
public record Monitoring(
        String modelId,
        LocalDate outcomesFrom,
        List<OutcomeRow> outcomes,
        List<Movement> movements,
        double cycleDeviation,
        boolean learned) {
    public Monitoring {
        outcomes = List.copyOf(outcomes);
        movements = List.copyOf(movements);
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

    public List<OutcomeRow> outcomeAlarms() {
        return outcomes.stream().filter(OutcomeRow::alarm).toList();
    }
}
