package io.arrears.model.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** Reads files through an in-memory DuckDB, one batch of Arrow vectors at a time. Needs java.base/java.nio opened. */
public final class DuckRows implements AutoCloseable {
    private static final long BATCH_ROWS = 8192;

    private final Connection connection;

    public DuckRows() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not start: " + e.getMessage(), e);
        }
    }

    /**
     * Hands every batch of the answer to {@code consumer}, which must not keep it.
     *
     * @throws IllegalArgumentException when the query fails, e.g. on a damaged file
     */
    public void read(String sql, Consumer<VectorSchemaRoot> consumer) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql);
                BufferAllocator allocator = new RootAllocator();
                ArrowReader reader =
                        (ArrowReader) result.unwrap(DuckDBResultSet.class).arrowExportStream(allocator, BATCH_ROWS)) {
            while (reader.loadNextBatch()) {
                consumer.accept(reader.getVectorSchemaRoot());
            }
        } catch (SQLException e) {
            throw new IllegalArgumentException("cannot read the rows: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column names of a query's answer. */
    public List<String> columns(String sql) {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("DESCRIBE " + sql)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalArgumentException("cannot read the columns: " + e.getMessage(), e);
        }
        return names;
    }

    /** A single number. */
    public long count(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalArgumentException("cannot count the rows: " + e.getMessage(), e);
        }
    }

    /** A column name in SQL. */
    public static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** A text in SQL. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB did not close: " + e.getMessage(), e);
        }
    }
}
