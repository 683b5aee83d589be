package io.arrears.pipeline.monitoring;

import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.Drift;
import io.arrears.model.training.monitoring.Habit;
import io.arrears.model.training.monitoring.StabilityIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * How far score and inputs have moved between the training window and a day, and from cycle to cycle. Inputs that are one
 * and the same for all accounts of a day (the calendar) move by design and are left out.
 */
final class DriftCheck {
    static final String SCORE = "score";

    private final ScoredRows before;
    private final ScoredRows now;
    private final int[] window;
    private final int[] rowsNow;
    private final List<Cells> cycles = new ArrayList<>();

    /** The rows of one day. */
    private record Cells(ScoredRows rows, int[] of) {}

    /** @param now rows of {@code asOfDay} and of the cycles between the window and it */
    DriftCheck(ScoredRows before, ScoredRows now, int asOfDay) {
        this.before = before;
        this.now = now;
        this.window = before.rows(row -> true);
        this.rowsNow = now.rowsOf(asOfDay);
        int[] days = before.table().asOfDays();
        Arrays.stream(days).forEach(day -> cycles.add(new Cells(before, before.rowsOf(day))));
        Arrays.stream(now.table().asOfDays())
                .filter(day -> day > days[days.length - 1] && day <= asOfDay)
                .forEach(day -> cycles.add(new Cells(now, now.rowsOf(day))));
    }

    /** The score first, then the inputs, the farthest moved on top. */
    List<Movement> run() {
        List<String> names = before.table().schema().names();
        int[] varying = varying();
        int checks = varying.length + 1;
        List<Movement> movements = new ArrayList<>(Arrays.stream(varying)
                .parallel()
                .mapToObj(column -> movement(names.get(column), checks, (rows, of) -> rows.feature(column, of)))
                .toList());
        movements.sort(
                Comparator.comparingDouble(movement -> -movement.sinceWindow().psi()));
        movements.add(0, movement(SCORE, checks, ScoredRows::scores));
        return movements;
    }

    /** The window as the reference of each input that is watched, by column. */
    Map<Integer, StabilityIndex> references() {
        Map<Integer, StabilityIndex> references = new TreeMap<>();
        for (int column : varying()) {
            references.put(column, StabilityIndex.of(before.feature(column, window)));
        }
        return references;
    }

    private int[] varying() {
        return IntStream.range(0, before.table().schema().size())
                .filter(column -> !isCalendar(column))
                .toArray();
    }

    private Movement movement(String name, int checks, BiFunction<ScoredRows, int[], double[]> values) {
        Drift drift = StabilityIndex.of(values.apply(before, window))
                .drift(name, values.apply(now, rowsNow), before.accounts(window), checks);
        List<double[]> byCycle = cycles.stream()
                .map(cells -> values.apply(cells.rows(), cells.of()))
                .toList();
        double[] steps = IntStream.range(1, byCycle.size())
                .mapToDouble(i -> StabilityIndex.of(byCycle.get(i - 1)).psi(byCycle.get(i)))
                .toArray();
        if (steps.length == 0) {
            return new Movement(drift, 0, Double.POSITIVE_INFINITY);
        }
        double[] earlier = Arrays.copyOf(steps, steps.length - 1);
        return new Movement(drift, steps[steps.length - 1], Habit.limit(earlier, checks));
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
