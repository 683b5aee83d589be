package io.arrears.model.mart;

import io.arrears.model.account.Coded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact as a row: a value per {@link FactColumn}, null where absent. The engines (Spark, DuckDB) copy their rows
 * into it and out of it; {@link FactCodec} gives it meaning.
 */
public final class FactRow implements FactCells {
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

    @Override
    public boolean isNull(FactColumn column) {
        return get(column) == null;
    }

    @Override
    public int intAt(FactColumn column) {
        return (Integer) getPresent(column);
    }

    @Override
    public long longAt(FactColumn column) {
        return (Long) getPresent(column);
    }

    @Override
    public double doubleAt(FactColumn column) {
        return (Double) getPresent(column);
    }

    @Override
    public String textAt(FactColumn column) {
        return (String) getPresent(column);
    }

    @Override
    public <T> T meaningAt(FactColumn column, TextMeaning<T> meaning) {
        return meaning.of(textAt(column));
    }

    private Object getPresent(FactColumn column) {
        return Objects.requireNonNull(get(column), column::code);
    }
}
