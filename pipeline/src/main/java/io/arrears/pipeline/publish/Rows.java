package io.arrears.pipeline.publish;

import io.arrears.pipeline.sql.DuckDb;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Inserts rows into one table of the mart, in one batch. */
final class Rows implements AutoCloseable {
    private final PreparedStatement insert;
    private boolean any;

    Rows(DuckDb db, String table, int columns) throws SQLException {
        String marks = "?, ".repeat(columns - 1) + "?";
        this.insert = db.connection().prepareStatement("INSERT INTO %s VALUES (%s)".formatted(table, marks));
    }

    /** Adds a row; NaN becomes null. */
    void add(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            insert.setObject(i + 1, value instanceof Double number && number.isNaN() ? null : value);
        }
        insert.addBatch();
        any = true;
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement statement = insert) {
            if (any) {
                statement.executeBatch();
            }
        }
    }
}
