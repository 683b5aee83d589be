package io.arrears.pipeline.monitoring;

import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.Cycle;
import io.arrears.model.training.monitoring.Matured;
import io.arrears.model.training.monitoring.StabilityIndex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Boils the matured rows of a day down to a cycle: its slices by receivable type and segment, its inputs as ranks. */
final class CycleBuilder {
    private static final String TYPE = "receivable_type";
    private static final String SEGMENT = "segment";
    /** The smaller segments are not watched one by one. */
    private static final int MOST_SEGMENTS = 12;

    private static final int LEAST_ROWS = 100;

    private final Map<Integer, StabilityIndex> references;

    /** @param references of the inputs to watch, by column */
    CycleBuilder(Map<Integer, StabilityIndex> references) {
        this.references = new TreeMap<>(references);
    }

    Cycle build(ScoredRows rows, int asOfDay, boolean learned) {
        int[] known = rows.maturedOf(asOfDay);
        TrainingTable table = rows.table();
        Map<String, int[]> slices = new LinkedHashMap<>(types(table, known));
        slices.putAll(slices(SEGMENT, known, table::segment));
        Map<String, double[]> inputs = new LinkedHashMap<>();
        references.forEach((column, reference) ->
                inputs.put(table.schema().names().get(column), reference.ranks(rows.feature(column, known))));
        Matured matured = rows.matured(known);
        return Cycle.of(asOfDay, learned, matured, slices, inputs);
    }

    /** Positions among {@code known} by receivable type. */
    static Map<String, int[]> types(TrainingTable table, int[] known) {
        return slices(TYPE, known, table::receivableType);
    }

    /** The largest slices; one that is the whole book is none. */
    private static Map<String, int[]> slices(String column, int[] known, IntFunction<String> value) {
        Map<String, int[]> found = new LinkedHashMap<>();
        Arrays.stream(known)
                .mapToObj(value)
                .distinct()
                .filter(name -> !name.isEmpty())
                .sorted()
                .forEach(name -> found.put(
                        column + "=" + name,
                        IntStream.range(0, known.length)
                                .filter(i -> value.apply(known[i]).equals(name))
                                .toArray()));
        found.values().removeIf(rows -> rows.length < LEAST_ROWS || rows.length == known.length);
        Map<String, int[]> largest = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted((left, right) -> right.getValue().length - left.getValue().length)
                .limit(MOST_SEGMENTS)
                .forEach(slice -> largest.put(slice.getKey(), slice.getValue()));
        return largest;
    }
}
