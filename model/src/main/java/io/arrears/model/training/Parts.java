package io.arrears.model.training;

import io.arrears.model.account.Days;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Parts of the test rows that a model is judged on by itself: positions among them, by name. */
final class Parts {
    /** The smaller segments are not judged one by one. */
    private static final int MOST_SEGMENTS = 20;

    private Parts() {}

    /** By receivable type, of attempts by channel. */
    static Map<String, int[]> types(TargetRows rows, int[] test) {
        return by(rows.typeName(), test, rows::type);
    }

    /** By segment, of attempts by window, and by the month of the as-of day; a part that is the whole is none. */
    static Map<String, int[]> further(TargetRows rows, int[] test) {
        Map<String, int[]> parts = new LinkedHashMap<>();
        by(rows.segmentName(), test, rows::segment).entrySet().stream()
                .filter(part -> !part.getKey().endsWith("="))
                .sorted(Comparator.<Map.Entry<String, int[]>>comparingInt(part -> -part.getValue().length)
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_SEGMENTS)
                .forEach(part -> parts.put(part.getKey(), part.getValue()));
        parts.putAll(by(
                "month",
                test,
                row -> YearMonth.from(Days.date(rows.table().asOfDay(row))).toString()));
        parts.values().removeIf(part -> part.length == test.length);
        return parts;
    }

    private static Map<String, int[]> by(String name, int[] test, IntFunction<String> value) {
        Map<String, List<Integer>> found = new TreeMap<>();
        for (int i = 0; i < test.length; i++) {
            found.computeIfAbsent(name + "=" + value.apply(test[i]), fresh -> new ArrayList<>())
                    .add(i);
        }
        Map<String, int[]> parts = new LinkedHashMap<>();
        found.forEach((slice, at) ->
                parts.put(slice, at.stream().mapToInt(Integer::intValue).toArray()));
        return parts;
    }
}
