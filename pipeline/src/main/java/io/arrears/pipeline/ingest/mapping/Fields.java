package io.arrears.pipeline.ingest.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns a mapping sees of one record: the source's own, then those it derives. Not thread-safe; reused. */
public final class Fields {
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, @Nullable String> derived = new HashMap<>();
    private final Lookups lookups;
    private @Nullable String[] values = {};

    public Fields(List<String> header, Lookups lookups) {
        for (int i = 0; i < header.size(); i++) {
            positions.put(header.get(i), i);
        }
        this.lookups = lookups;
    }

    /** Moves on to a record; derived columns of the one before are gone. Blank fields are null. */
    public void move(@Nullable String[] record) {
        values = record;
        derived.clear();
    }

    void derive(String column, @Nullable String value) {
        derived.put(column, value);
    }

    @Nullable
    String find(String column) {
        if (derived.containsKey(column)) {
            return derived.get(column);
        }
        Integer position = positions.get(column);
        return position == null ? null : values[position];
    }

    @Nullable
    String lookUp(String source, String key, String column) {
        return lookups.find(source, key, column);
    }
}
