package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.account.FactTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How records of a source become rows of one canonical table. Order: {@code let}, then for each entry of {@code
 * repeat} its own columns, then {@code where}, then {@code columns}; then {@code onePer}.
 *
 * @param from name of the source
 * @param let columns derived once per record, each seeing those before it
 * @param repeat per row that a record makes, the columns it adds; one empty entry when a record makes one row
 * @param columns canonical columns
 */
public record MappedTable(
        FactTable table,
        String from,
        Map<String, MappedValue> let,
        List<Map<String, MappedValue>> repeat,
        List<Condition> where,
        @Nullable OnePer onePer,
        Map<String, MappedValue> columns)
        implements Serializable {
    /** Of the rows with the same key only the one with the smallest order, compared as text; the first of equals. */
    public record OnePer(MappedValue key, MappedValue order) implements Serializable {}

    public MappedTable {
        let = new LinkedHashMap<>(let);
        repeat = new ArrayList<>(repeat);
        where = List.copyOf(where);
        columns = new LinkedHashMap<>(columns);
    }

    /** Derives the record's own columns. */
    public void deriveRecord(Fields fields) {
        let.forEach((column, value) -> fields.derive(column, value.of(fields)));
    }

    /** Derives the columns of one part; says whether the row is wanted. */
    public boolean derivePart(int part, Fields fields) {
        repeat.get(part).forEach((column, value) -> fields.derive(column, value.of(fields)));
        return where.stream().allMatch(condition -> condition.holds(fields));
    }

    /** Every value of the mapping, by where it stands. */
    private Map<String, MappedValue> values() {
        Map<String, MappedValue> values = new LinkedHashMap<>();
        let.forEach((column, value) -> values.put("let." + column, value));
        for (int i = 0; i < repeat.size(); i++) {
            String path = "repeat[%d].".formatted(i);
            repeat.get(i).forEach((column, value) -> values.put(path + column, value));
        }
        for (int i = 0; i < where.size(); i++) {
            values.put("where[%d]".formatted(i), where.get(i).value());
        }
        columns.forEach((column, value) -> values.put("columns." + column, value));
        if (onePer != null) {
            values.put("one_per", onePer.key());
            values.put("smallest", onePer.order());
        }
        return values;
    }

    /**
     * What it reads that isn't there, by where it stands.
     *
     * @param header the columns of its source
     * @param lookups the columns of the sources with a key, by name of source
     */
    public Map<String, String> unknownColumns(Set<String> header, Map<String, List<String>> lookups) {
        Map<String, String> unknown = new LinkedHashMap<>();
        reads().forEach((path, columns) -> columns.stream()
                .filter(column -> !header.contains(column) && !isDerived(column))
                .forEach(column -> unknown.put(path, column)));
        values().forEach((path, value) -> {
            if (value.base() instanceof Base.LookUp lookUp
                    && !lookups.getOrDefault(lookUp.source(), List.of()).contains(lookUp.take())) {
                unknown.put(path, lookUp.label());
            }
        });
        return unknown;
    }

    private Map<String, List<String>> reads() {
        Map<String, List<String>> reads = new LinkedHashMap<>();
        values().forEach((path, value) -> reads.put(path, value.columns()));
        for (int i = 0; i < where.size(); i++) {
            reads.put("where[%d]".formatted(i), where.get(i).columns());
        }
        return reads;
    }

    private boolean isDerived(String column) {
        return let.containsKey(column) || repeat.stream().anyMatch(part -> part.containsKey(column));
    }

    /** The names of the sources it looks values up in. */
    Set<String> lookedUp() {
        Set<String> sources = new TreeSet<>();
        for (MappedValue value : values().values()) {
            if (value.base() instanceof Base.LookUp lookUp) {
                sources.add(lookUp.source());
            }
        }
        return sources;
    }
}
