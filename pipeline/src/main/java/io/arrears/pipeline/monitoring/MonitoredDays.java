package io.arrears.pipeline.monitoring;

import io.arrears.model.account.Days;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.TrainingTable;
import java.util.ArrayList;
import java.util.List;

/** Which days are looked at, and which of the training window's the model has learned from. */
final class MonitoredDays {
    private static final int MOST_SINCE_TRAINING = 12;
    private static final int MOST_OF_WINDOW = 6;

    private MonitoredDays() {}

    /**
     * Back from {@code asOfDay} to the training window in steps of the horizon, so that no two outcome windows overlap,
     * rising; at least it and the one before.
     */
    static List<Integer> upTo(int asOfDay, ModelManifest model) {
        int step = model.horizonDays(Target.PAY30);
        List<Integer> days = new ArrayList<>(List.of(asOfDay - step, asOfDay));
        int through = Days.of(model.origin().through());
        for (int day = asOfDay - 2 * step; day > through && days.size() <= MOST_SINCE_TRAINING; day -= step) {
            days.add(0, day);
        }
        return days;
    }

    /** The last days of the training window, rising. */
    static List<Integer> lastOf(ModelManifest model) {
        int step = model.horizonDays(Target.PAY30);
        List<Integer> days = new ArrayList<>();
        int from = Days.of(model.origin().from());
        for (int day = Days.of(model.origin().through()); day >= from && days.size() < MOST_OF_WINDOW; day -= step) {
            days.add(0, day);
        }
        return days;
    }

    /**
     * The first day of the window on which the model was judged rather than trained: the last days that hold no more rows
     * than it was judged on. The day after the window, when accounts and not days were set aside.
     */
    static int judgedFrom(ModelManifest model, TrainingTable window) {
        int from = Days.of(model.origin().through()) + 1;
        ModelManifest.TargetSummary summary = model.targets().get(Target.PAY30.code());
        if (summary == null || !summary.note().isEmpty()) {
            return from;
        }
        int[] days = window.asOfDays();
        long left = summary.testRows();
        for (int i = days.length - 1; i >= 0; i--) {
            left -= knownRows(window, days[i]);
            if (left < 0) {
                return from;
            }
            from = days[i];
        }
        return from;
    }

    private static long knownRows(TrainingTable table, int day) {
        long rows = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (table.asOfDay(row) == day && !Double.isNaN(table.label(Target.PAY30, row))) {
                rows++;
            }
        }
        return rows;
    }
}
