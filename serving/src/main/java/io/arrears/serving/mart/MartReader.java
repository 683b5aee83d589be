package io.arrears.serving.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to one run, lent for one piece of work: every query through it sees the same run. Not thread-safe.
 * Parameters are bound in order, never spliced into the SQL. A failed statement is closed, and none is kept.
 */
public final class MartReader {
    private final Connection connection;
    private final RunInfo run;

    MartReader(Connection connection, RunInfo run) {
        this.connection = connection;
        this.run = run;
    }

    public RunInfo run() {
        return run;
    }

    /**
     * Runs a query and hands its whole result to {@code reader}.
     *
     * @throws MartException when the query fails
     */
    public <T> T query(String sql, List<? extends @Nullable Object> params, ResultReader<T> reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < params.size(); i++) {
                statement.setObject(i + 1, params.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw new MartException("a query of the mart failed: publish it anew with './arrears publish'", e);
        }
    }

    /** The rows of a query, in its order. */
    public <T> List<T> list(String sql, List<? extends @Nullable Object> params, RowReader<T> reader) {
        return query(sql, params, rows -> {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        });
    }

    /** The first row of a query, empty when it has none. */
    public <T> Optional<T> find(String sql, List<? extends @Nullable Object> params, RowReader<T> reader) {
        return query(sql, params, rows -> rows.next() ? Optional.of(reader.read(rows)) : Optional.empty());
    }
}
