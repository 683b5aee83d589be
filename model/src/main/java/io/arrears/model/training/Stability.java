package io.arrears.model.training;

import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.monitoring.Drift;
import io.arrears.model.training.monitoring.StabilityIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far inputs and score have moved between the rows learned from and those that judge: the population stability index,
 * and what chance alone makes of it. Inputs that are the same for all accounts of a day (the calendar) move by design and
 * are left out.
 */
final class Stability {
    static final String SCORE = "score";
    static final String INPUT = "input=";

    private final TargetRows rows;
    private final Slice train;
    private final Slice test;
    private final int accounts;

    Stability(TargetRows rows, Slice train, Slice test) {
        this.rows = rows;
        this.train = train;
        this.test = test;
        this.accounts =
                Math.max(1, Arrays.stream(rows.accounts(train.rows())).max().orElse(0) + 1);
    }

    /**
     * @param before the contender's predictions of the training rows
     * @param now of the test rows
     */
    void tell(String contender, double[] before, double[] now, MetricRows metrics) {
        if (before.length == 0 || now.length == 0) {
            return;
        }
        Matrix features = train.features();
        int[] moving = IntStream.range(0, features.width())
                .filter(column -> !isCalendar(column))
                .toArray();
        int checks = moving.length + 1;
        tell(contender, SCORE, drift(before, now, checks), metrics);
        for (int column : moving) {
            double[] learned = values(features, column);
            double[] judged = values(test.features(), column);
            tell(contender, INPUT + features.names().get(column), drift(learned, judged, checks), metrics);
        }
    }

    private Drift drift(double[] before, double[] now, int checks) {
        return StabilityIndex.of(before).drift("", now, accounts, checks);
    }

    private void tell(String contender, String slice, Drift drift, MetricRows metrics) {
        metrics.add(contender, slice, "psi", drift.psi(), test.size());
        metrics.add(contender, slice, "psi_by_chance", drift.noise(), test.size());
        metrics.add(contender, slice, "missing_before", drift.missingBefore(), train.size());
        metrics.add(contender, slice, "missing_now", drift.missingNow(), test.size());
    }

    private static double[] values(Matrix features, int column) {
        return IntStream.range(0, features.rows())
                .mapToDouble(row -> features.get(row, column))
                .toArray();
    }

    private boolean isCalendar(int column) {
        Map<Integer, Float> values = new HashMap<>();
        for (Slice slice : new Slice[] {train, test}) {
            for (int i = 0; i < slice.size(); i++) {
                float value = slice.features().get(i, column);
                Float first = values.putIfAbsent(rows.table().asOfDay(slice.rows()[i]), value);
                if (first != null && Float.compare(first, value) != 0) {
                    return false;
                }
            }
        }
        return values.values().stream().distinct().count() > 1;
    }
}
