package io.arrears.pipeline.ingest.mapping;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources that others look values up in, wholly in memory: by source, then by key. The first row of a key counts. */
public final class Lookups implements Serializable {
    private static final long serialVersionUID = 1L;

    /** More rows than this don't belong in memory. */
    public static final int MAX_ROWS = 1_000_000;

    private final HashMap<String, Table> tables = new HashMap<>();

    /** One source. */
    private static final class Table implements Serializable {
        private static final long serialVersionUID = 1L;

        private final HashMap<String, Integer> positions = new HashMap<>();
        private final HashMap<String, @Nullable String[]> rows = new HashMap<>();
    }

    /** Starts a source with the given columns. */
    public void open(String source, List<String> header) {
        Table table = new Table();
        for (int i = 0; i < header.size(); i++) {
            table.positions.put(header.get(i), i);
        }
        tables.put(source, table);
    }

    /** Adds a row; answers false when the source is full. */
    public boolean add(String source, String key, @Nullable String[] row) {
        Map<String, @Nullable String[]> rows = get(source).rows;
        rows.putIfAbsent(key, row);
        return rows.size() <= MAX_ROWS;
    }

    private Table get(String source) {
        Table table = tables.get(source);
        if (table == null) {
            throw new IllegalStateException("no lookup '%s'".formatted(source));
        }
        return table;
    }

    @Nullable
    String find(String source, String key, String column) {
        Table table = get(source);
        @Nullable String[] row = table.rows.get(key);
        Integer position = table.positions.get(column);
        return row == null || position == null ? null : row[position];
    }
}
