package io.arrears.pipeline.benchmark;

import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Whether two contenders gave the same answers: every account, every feature, within a float's rounding. */
final class AnswerCheck {
    private static final double TOLERANCE = 1e-5;

    private AnswerCheck() {}

    /**
     * Answers the number of accounts compared.
     *
     * @throws IllegalStateException when an account is missing or a value differs
     */
    static long compare(Path ours, Path theirs) throws SQLException {
        String differs = SqlText.FEATURES.stream()
                .map(name ->
                        "(a.%1$s IS NULL) <> (b.%1$s IS NULL) OR abs(a.%1$s - b.%1$s) > %2$s * greatest(1, abs(a.%1$s))"
                                .formatted(name, TOLERANCE))
                .collect(Collectors.joining(" OR "));
        String sql = "SELECT count(*), count(*) FILTER (a.account_id IS NULL OR b.account_id IS NULL OR " + differs
                + "), min(coalesce(a.account_id, b.account_id)) FILTER (a.account_id IS NULL OR b.account_id IS NULL OR "
                + differs + ") FROM " + DuckDb.parquet(ours) + " a FULL JOIN " + DuckDb.parquet(theirs)
                + " b ON a.account_id = b.account_id";
        try (DuckDb db = DuckDb.inMemory();
                var statement = db.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getLong(2) > 0) {
                throw new IllegalStateException("%,d of %,d accounts differ between %s and %s, first %s: no contest"
                        .formatted(row.getLong(2), row.getLong(1), ours, theirs, row.getString(3)));
            }
            return row.getLong(1);
        }
    }
}
