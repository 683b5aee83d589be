package io.arrears.pipeline.monitoring;

import io.arrears.model.training.monitoring.Drift;
import io.arrears.model.training.monitoring.DriftLevel;

/**
 * How far one input, or the score, has moved. A book that ages moves away from its training window by itself, a step every
 * cycle; what breaks makes a step that it never made.
 *
 * @param sinceWindow against all rows of the training window
 * @param step stability index against the cycle before
 * @param stepLimit what steps of this input exceed as seldom as the false-alarm rate says; infinite while too few are known
 */
public record Movement(Drift sinceWindow, double step, double stepLimit) {
    public String name() {
        return sinceWindow.name();
    }

    /** Whether it has left its window far behind and did so in one step that is unusual for it. */
    public boolean isAlarm() {
        return sinceWindow.level() == DriftLevel.ACT && step >= DriftLevel.ACT_FROM && step > stepLimit;
    }
}
