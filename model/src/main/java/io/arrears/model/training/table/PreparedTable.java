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

    @Nullable
    String[] column(String name) {
        return column("column", name);
    }

    /**
     * @param asked what names the column, e.g. an option
     * @throws IllegalArgumentException when there is no such column
     */
    @Nullable
    String[] column(String asked, String name) {
        @Nullable String[] column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "%s '%s' is not in the table: use one of %s".formatted(asked, name, names()));
        }
        return column;
    }

    void require(String asked, Collection<String> names) {
        names.forEach(name -> column(asked, name));
    }
}
