package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Numbers;
import io.arrears.model.training.learner.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns a model may see: numbers as they are, categories as one 0/1 column per frequent value, and what the recipe
 * derives. Label, id, excluded and audit columns stay out, of the recipe too.
 */
final class TableFeatures {
    private static final int MAX_CATEGORIES = 30;
    private static final int MIN_CATEGORY_ROWS = 20;

    private final int rows;
    private final List<String> names = new ArrayList<>();
    private final List<float[]> columns = new ArrayList<>();
    private final Map<String, double[]> numbers = new HashMap<>();
    private final List<String> unused = new ArrayList<>();

    private TableFeatures(int rows) {
        this.rows = rows;
    }

    static TableFeatures of(PreparedTable table, TableColumns columns, Recipe recipe) {
        Set<String> hidden = hidden(table, columns);
        TableFeatures features = new TableFeatures(table.rows());
        for (String name : table.names()) {
            if (!hidden.contains(name)) {
                features.add(name, table.column(name));
            }
        }
        recipe.derive(features.numbers, table.rows()).forEach(features::addNumbers);
        if (features.names.isEmpty()) {
            throw new IllegalArgumentException("no column is left to learn from: exclude fewer%s"
                    .formatted(features.unused.isEmpty() ? "" : "; not used: " + features.unused));
        }
        return features;
    }

    Matrix matrix() {
        return new Matrix(names, columns.toArray(new float[0][]), rows);
    }

    /** Columns nothing can be learned from, each with the reason. */
    List<String> unused() {
        return unused;
    }

    private static Set<String> hidden(PreparedTable table, TableColumns columns) {
        table.require("--label", Set.of(columns.label()));
        table.require("--exclude", columns.exclude());
        table.require("--audit", columns.audit());
        Set<String> hidden = new HashSet<>(columns.exclude());
        hidden.addAll(columns.audit());
        hidden.add(columns.label());
        if (columns.id() != null) {
            table.require("--id", Set.of(columns.id()));
            hidden.add(columns.id());
        }
        return hidden;
    }

    private void add(String name, @Nullable String[] texts) {
        if (Numbers.isNumeric(texts)) {
            double[] values = new double[rows];
            for (int i = 0; i < rows; i++) {
                values[i] = Numbers.parse(texts[i]);
            }
            numbers.put(name, values);
            addNumbers(name, values);
            return;
        }
        Map<String, Integer> counts = counts(texts);
        MixedColumn.require(name, texts, counts.keySet(), MAX_CATEGORIES);
        List<String> frequent = frequent(counts);
        if (frequent.isEmpty()) {
            unused.add(
                    counts.isEmpty()
                            ? "%s (missing in every row)".formatted(name)
                            : "%s (%,d different texts, such as '%s', none in %d rows)"
                                    .formatted(name, counts.size(), first(texts), least()));
        }
        for (String category : frequent) {
            float[] column = new float[rows];
            for (int i = 0; i < rows; i++) {
                column[i] = texts[i] == null ? Float.NaN : category.equals(texts[i]) ? 1 : 0;
            }
            names.add(name + "=" + category);
            columns.add(column);
        }
    }

    private static String first(@Nullable String[] texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private void addNumbers(String name, double[] values) {
        float[] column = new float[rows];
        for (int i = 0; i < rows; i++) {
            float value = (float) values[i];
            column[i] = Float.isInfinite(value) ? Float.NaN : value;
        }
        if (names.contains(name)) {
            throw new IllegalArgumentException("column %s is there twice: rename it in the recipe".formatted(name));
        }
        names.add(name);
        columns.add(column);
    }

    private static Map<String, Integer> counts(@Nullable String[] texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            if (text != null) {
                counts.merge(text, 1, Integer::sum);
            }
        }
        return counts;
    }

    private List<String> frequent(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least())
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_CATEGORIES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Rows a text needs to get a column. */
    private int least() {
        return Math.min(MIN_CATEGORY_ROWS, Math.max(1, rows / 50));
    }
}
