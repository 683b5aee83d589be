package io.arrears.pipeline.monitoring;

import io.arrears.model.training.monitoring.Drift;
import io.arrears.model.training.monitoring.DriftLevel;

/**
 * How far one input, or the score, has moved since training. A book that ages moves slowly away from its training window
 * by itself; what breaks moves away from the window's last day as well.
 *
 * @param sinceWindow against all rows of the training window
 * @param sinceLastDay against the rows of its last as-of day
 */
public record Movement(Drift sinceWindow, Drift sinceLastDay) {
    public String name() {
        return sinceWindow.name();
    }

    /** Whether it has moved far against both. */
    public boolean isAlarm() {
        return sinceWindow.level() == DriftLevel.ACT && sinceLastDay.level() == DriftLevel.ACT;
    }
}
