package io.arrears.pipeline.monitoring;

import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.StabilityIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * How far score and inputs have moved between the training window and a day. Inputs that are one and the same for all
 * accounts of a day (the calendar) move by design and are left out.
 */
final class DriftCheck {
    static final String SCORE = "score";

    private final ScoredRows before;
    private final ScoredRows now;
    private final int[] window;
    private final int[] lastDay;
    private final int[] rowsNow;

    DriftCheck(ScoredRows before, ScoredRows now, int asOfDay) {
        this.before = before;
        this.now = now;
        this.window = before.rows(row -> true);
        int[] days = before.table().asOfDays();
        this.lastDay = before.rowsOf(days[days.length - 1]);
        this.rowsNow = now.rowsOf(asOfDay);
    }

    /** The score first, then the inputs, the farthest moved on top. */
    List<Movement> run() {
        List<String> names = before.table().schema().names();
        int[] varying = IntStream.range(0, names.size())
                .filter(column -> !isCalendar(column))
                .toArray();
        int checks = varying.length + 1;
        List<Movement> movements = new ArrayList<>();
        for (int column : varying) {
            movements.add(movement(names.get(column), checks, (rows, of) -> rows.feature(column, of)));
        }
        movements.sort(
                Comparator.comparingDouble(movement -> -movement.sinceWindow().psi()));
        movements.add(0, movement(SCORE, checks, ScoredRows::scores));
        return movements;
    }

    private Movement movement(String name, int checks, BiFunction<ScoredRows, int[], double[]> values) {
        double[] current = values.apply(now, rowsNow);
        return new Movement(
                StabilityIndex.of(values.apply(before, window)).drift(name, current, before.accounts(window), checks),
                StabilityIndex.of(values.apply(before, lastDay)).drift(name, current, lastDay.length, checks));
    }

    private boolean isCalendar(int column) {
        TrainingTable table = before.table();
        Map<Integer, Float> values = new HashMap<>();
        for (int row : window) {
            float value = table.features().get(row, column);
            Float first = values.putIfAbsent(table.asOfDay(row), value);
            if (first != null && Float.compare(first, value) != 0) {
                return false;
            }
        }
        return values.values().stream().distinct().count() > 1 || changesWithTheDay(column, values);
    }

    /** With a single reference day: the same for all accounts then, and the same for all, but another, now. */
    private boolean changesWithTheDay(int column, Map<Integer, Float> values) {
        float first = now.table().features().get(rowsNow[0], column);
        for (int row : rowsNow) {
            if (Float.compare(now.table().features().get(row, column), first) != 0) {
                return false;
            }
        }
        return before.table().asOfDays().length == 1 && !values.containsValue(first);
    }
}
