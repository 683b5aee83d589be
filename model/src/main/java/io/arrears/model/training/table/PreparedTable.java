package io.arrears.model.training.table;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table as text, by column in the order of the file; null is missing. */
final class PreparedTable {
    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "?");

    private final Map<String, @Nullable String[]> columns;
    private final int rows;

    PreparedTable(Map<String, @Nullable String[]> columns, int rows) {
        this.columns = new LinkedHashMap<>(columns);
        this.rows = rows;
    }

    static @Nullable String cell(@Nullable String text) {
        return text == null || MISSING.contains(text.strip()) ? null : text.strip();
    }

    int rows() {
        return rows;
    }

    List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /**
     * @throws IllegalArgumentException when there is no such column
     */
    @Nullable
    String[] column(String name) {
        @Nullable String[] column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("column '%s' is not in the table: it has %s".formatted(name, names()));
        }
        return column;
    }

    void require(Collection<String> names) {
        names.forEach(this::column);
    }
}
