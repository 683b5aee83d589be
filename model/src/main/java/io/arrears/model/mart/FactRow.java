package io.arrears.model.mart;

import io.arrears.model.account.Coded;
import org.jspecify.annotations.Nullable;

/**
 * One fact as a row: a value per {@link FactColumn}, null where absent. The engines (Spark, DuckDB) copy their rows
 * into it and out of it; {@link FactCodec} gives it meaning.
 */
public final class FactRow {
    private static final int WIDTH = FactColumn.values().length;

    private final @Nullable Object[] values = new Object[WIDTH];

    /** Sets a value: String, Integer, Long or Double as the column's type says, or null. */
    public FactRow set(FactColumn column, @Nullable Object value) {
        values[column.ordinal()] = value;
        return this;
    }

    FactRow set(FactColumn column, @Nullable Coded value) {
        return set(column, value == null ? null : (Object) value.code());
    }

    FactRow set(FactColumn column, boolean value) {
        return set(column, (Object) (value ? 1 : 0));
    }

    public @Nullable Object get(FactColumn column) {
        return values[column.ordinal()];
    }

    public @Nullable String findText(FactColumn column) {
        return (String) values[column.ordinal()];
    }

    @Nullable
    Integer findInt(FactColumn column) {
        return (Integer) values[column.ordinal()];
    }

    @Nullable
    Long findLong(FactColumn column) {
        return (Long) values[column.ordinal()];
    }

    @Nullable
    Double findDouble(FactColumn column) {
        return (Double) values[column.ordinal()];
    }

    String getText(FactColumn column) {
        return (String) required(column);
    }

    int getInt(FactColumn column) {
        return (Integer) required(column);
    }

    long getLong(FactColumn column) {
        return (Long) required(column);
    }

    boolean isOne(FactColumn column) {
        Integer value = findInt(column);
        return value != null && value == 1;
    }

    private Object required(FactColumn column) {
        Object value = values[column.ordinal()];
        if (value == null) {
            throw new IllegalArgumentException("a %s row of the history has no %s: the lake is damaged, ingest it anew"
                    .formatted(values[FactColumn.FACT.ordinal()], column.code()));
        }
        return value;
    }
}
