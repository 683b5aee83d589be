package io.arrears.model.training.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares groups that the model never saw as such. Groups under 50 rows are left out. */
final class Fairness {
    private static final int MIN_ROWS = 50;
    private static final int MAX_GROUPS = 10;

    private final double[] predictions;
    private final double[] labels;
    private final double threshold;

    Fairness(double[] predictions, double[] labels) {
        this.predictions = predictions;
        this.labels = labels;
        double[] sorted = predictions.clone();
        Arrays.sort(sorted);
        int positives = (int) Arrays.stream(labels).sum();
        this.threshold = sorted[Math.max(0, sorted.length - positives)];
    }

    /** @param values the audit column, one per prediction */
    List<GroupFigures> compare(String column, @Nullable String[] values) {
        List<GroupFigures> groups = new ArrayList<>();
        Map<String, List<Integer>> rows = new TreeMap<>();
        String[] names = groupNames(values);
        for (int i = 0; i < names.length; i++) {
            rows.computeIfAbsent(names[i], name -> new ArrayList<>()).add(i);
        }
        rows.values().removeIf(list -> list.size() < MIN_ROWS);
        double highest =
                rows.values().stream().mapToDouble(this::selected).max().orElse(Double.NaN);
        rows.forEach((name, list) -> groups.add(figures(column, name, list, highest)));
        return groups;
    }

    private GroupFigures figures(String column, String name, List<Integer> rows, double highest) {
        double observed = rows.stream().mapToDouble(i -> labels[i]).average().orElseThrow();
        double predicted =
                rows.stream().mapToDouble(i -> predictions[i]).average().orElseThrow();
        double selected = selected(rows);
        return new GroupFigures(
                column,
                name,
                rows.size(),
                new GroupFigures.Rates(observed, predicted, selected),
                selected(rows.stream().filter(i -> labels[i] > 0.5).toList()),
                selected(rows.stream().filter(i -> labels[i] < 0.5).toList()),
                selected / highest);
    }

    private double selected(List<Integer> rows) {
        return rows.stream()
                .mapToDouble(i -> predictions[i] >= threshold ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Each value is a group; a number with many values is cut into quarters of the rows. */
    private static String[] groupNames(@Nullable String[] values) {
        String[] names = Arrays.stream(values)
                .map(value -> value == null ? "missing" : value)
                .toArray(String[]::new);
        boolean banded =
                Numbers.isNumeric(values) && Arrays.stream(names).distinct().count() > MAX_GROUPS;
        if (!banded) {
            return names;
        }
        double[] sorted = Arrays.stream(values)
                .mapToDouble(Numbers::parse)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        double[] quarters = {sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]};
        for (int i = 0; i < names.length; i++) {
            double value = Numbers.parse(values[i]);
            if (!Double.isNaN(value)) {
                names[i] = band(value, quarters);
            }
        }
        return names;
    }

    private static String band(double value, double[] quarters) {
        if (value < quarters[0]) {
            return "under " + plain(quarters[0]);
        }
        for (int q = 1; q < quarters.length; q++) {
            if (value < quarters[q]) {
                return plain(quarters[q - 1]) + " to under " + plain(quarters[q]);
            }
        }
        return "from " + plain(quarters[quarters.length - 1]);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
