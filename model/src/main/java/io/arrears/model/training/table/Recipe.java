package io.arrears.model.training.table;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derived columns, as data. {@code lists} names series of columns; {@code columns} gives each derived column an
 * expression (see {@link ExpressionParser}). An expression with several values makes several columns, {@code name_1},
 * {@code name_2} and so on. Columns may build on those above them.
 *
 * @param lists name to columns, in order, e.g. the latest month first
 * @param columns name to expression
 */
record Recipe(Map<String, List<String>> lists, Map<String, String> columns) {
    static final Recipe NONE = new Recipe(Map.of(), Map.of());

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Recipe(@Nullable Map<String, List<String>> lists, @Nullable Map<String, String> columns) {
        this.lists = lists == null ? Map.of() : new LinkedHashMap<>(lists);
        this.columns = columns == null ? Map.of() : new LinkedHashMap<>(columns);
    }

    /**
     * @throws IllegalArgumentException when the file cannot be read or has unknown keys
     */
    static Recipe read(Path file) {
        try {
            return YAML.readValue(file.toFile(), Recipe.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("recipe %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The derived columns in order, from numeric columns by name. */
    Map<String, double[]> derive(Map<String, double[]> numbers, int rows) {
        Map<String, double[]> known = new LinkedHashMap<>(numbers);
        Map<String, double[]> derived = new LinkedHashMap<>();
        for (Map.Entry<String, String> column : columns.entrySet()) {
            Expression expression = parse(column.getKey(), column.getValue(), known);
            List<double[]> results = new ArrayList<>();
            for (int k = 0; k < expression.width(); k++) {
                results.add(new double[rows]);
            }
            for (int i = 0; i < rows; i++) {
                double[] values = expression.evaluate(i);
                for (int k = 0; k < values.length; k++) {
                    results.get(k)[i] = values[k];
                }
            }
            for (int k = 0; k < results.size(); k++) {
                String name = results.size() == 1 ? column.getKey() : column.getKey() + "_" + (k + 1);
                derived.put(name, results.get(k));
                known.put(name, results.get(k));
            }
        }
        return derived;
    }

    private Expression parse(String name, String text, Map<String, double[]> known) {
        try {
            return ExpressionParser.parse(text, lists, known);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("recipe column %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
