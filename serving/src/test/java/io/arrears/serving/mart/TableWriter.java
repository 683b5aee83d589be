package io.arrears.serving.mart;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows of plain Java values to one table of a mart. */
final class TableWriter implements AutoCloseable {
    private final DuckDBAppender appender;

    TableWriter(DuckDBConnection connection, String table) throws SQLException {
        this.appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    void row(@Nullable Object... values) throws SQLException {
        appender.beginRow();
        for (Object value : values) {
            append(value);
        }
        appender.endRow();
    }

    private void append(@Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof String text) {
            appender.append(text);
        } else if (value instanceof Integer number) {
            appender.append(number);
        } else if (value instanceof Long number) {
            appender.append(number);
        } else if (value instanceof Double number) {
            appender.append(number);
        } else if (value instanceof Boolean flag) {
            appender.append(flag);
        } else if (value instanceof LocalDate date) {
            appender.append(date);
        } else if (value instanceof LocalDateTime time) {
            appender.append(time);
        } else if (value instanceof Collection<?> list) {
            appender.append(list);
        } else {
            throw new IllegalArgumentException("no column type for " + value.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
