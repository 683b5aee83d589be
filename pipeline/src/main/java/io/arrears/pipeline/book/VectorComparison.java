package io.arrears.pipeline.book;

import io.arrears.pipeline.history.Sha256;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two tables of vectors held against each other row by row and bit by bit, in order of their keys: {@code account_id},
 * {@code as_of}.
 *
 * @param rows rows of either table, those with the same key counted once
 * @param differing rows that are in one table only, or differ in a value
 * @param sha256 digest of the first table: its columns, and every value of every row in order
 * @param firstDifference where the tables part, null when they don't
 */
record VectorComparison(
        long rows, long differing, String sha256, @Nullable String firstDifference) {
    /** Compares the Parquet files of two folders. */
    static VectorComparison of(Path first, Path second) throws SQLException {
        try (DuckDb one = DuckDb.inMemory();
                DuckDb other = DuckDb.inMemory();
                Vectors left = Vectors.open(one, first);
                Vectors right = Vectors.open(other, second)) {
            return new Walk(left, right).compare();
        }
    }

    /** Both tables side by side. */
    private static final class Walk {
        private final Vectors left;
        private final Vectors right;
        private final Sha256 digest = new Sha256();
        private long rows;
        private long differing;
        private @Nullable String firstDifference;

        Walk(Vectors left, Vectors right) {
            this.left = left;
            this.right = right;
        }

        VectorComparison compare() throws SQLException {
            digest.add(String.join(",", left.columns));
            if (!left.columns.equals(right.columns)) {
                note("columns %s against %s".formatted(left.columns, right.columns));
            }
            left.next();
            right.next();
            while (left.key != null || right.key != null) {
                rows++;
                step();
            }
            return new VectorComparison(rows, differing, digest.hex(), firstDifference);
        }

        private void step() throws SQLException {
            int order = left.key == null ? 1 : right.key == null ? -1 : Arrays.compareUnsigned(left.key, right.key);
            if (order < 0) {
                note(left.name() + " is in the first only");
            } else if (order > 0) {
                note(right.name() + " is in the second only");
            } else if (left.columns.equals(right.columns)) {
                compareValues();
            }
            if (order <= 0) {
                digest.add(Arrays.toString(left.values));
                left.next();
            }
            if (order >= 0) {
                right.next();
            }
        }

        private void compareValues() throws SQLException {
            for (int i = 0; i < left.values.length; i++) {
                if (!String.valueOf(left.values[i]).equals(String.valueOf(right.values[i]))) {
                    note("%s: %s is %s against %s"
                            .formatted(left.name(), left.columns.get(i), left.values[i], right.values[i]));
                    return;
                }
            }
        }

        private void note(String difference) {
            differing++;
            firstDifference = firstDifference == null ? difference : firstDifference;
        }
    }

    /** One table, in order of its keys. */
    private static final class Vectors implements AutoCloseable {
        private final @Nullable Statement statement;
        private final @Nullable ResultSet rows;
        private final List<String> columns = new ArrayList<>();
        /** The key as UTF-8 bytes, which is the order of the database; null at the end. */
        private byte @Nullable [] key;

        private @Nullable Object[] values = {};

        private Vectors(@Nullable Statement statement, @Nullable ResultSet rows) throws SQLException {
            this.statement = statement;
            this.rows = rows;
            for (int i = 1; rows != null && i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
        }

        /** An empty book may have no file at all. */
        static Vectors open(DuckDb db, Path folder) throws SQLException {
            if (DuckDb.parquetFiles(folder).isEmpty()) {
                return new Vectors(null, null);
            }
            Statement statement = db.connection().createStatement();
            return new Vectors(
                    statement,
                    statement.executeQuery(
                            "SELECT * FROM %s ORDER BY account_id, as_of::VARCHAR".formatted(DuckDb.parquet(folder))));
        }

        void next() throws SQLException {
            if (rows == null || !rows.next()) {
                key = null;
                return;
            }
            values = new @Nullable Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rows.getObject(i + 1);
            }
            key = (rows.getString("account_id") + "\u0000" + rows.getString("as_of")).getBytes(StandardCharsets.UTF_8);
        }

        String name() throws SQLException {
            return "account %s as of %s"
                    .formatted(values[columns.indexOf("account_id")], values[columns.indexOf("as_of")]);
        }

        @Override
        public void close() throws SQLException {
            if (rows != null) {
                rows.close();
            }
            if (statement != null) {
                statement.close();
            }
        }
    }
}
