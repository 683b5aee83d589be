package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a business weight of a plan costs, in currency units. */
record LeverLine(String lever, long moved, double lost) {
    static List<LeverLine> read(Home home, int asOfDay) throws SQLException {
        Path plan = PlanJob.folder(home, asOfDay).get("run ./arrears plan first");
        List<LeverLine> lines = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT lever, moved, lost_minor / pow(10, decimals) FROM %s ORDER BY 1"
                                .formatted(DuckDb.parquet(plan.resolve(PlanJob.LEVERS))))) {
            while (rows.next()) {
                lines.add(new LeverLine(rows.getString(1), rows.getLong(2), rows.getDouble(3)));
            }
        }
        return lines;
    }

    String describe(String currency) {
        return "lever %-19s moves %,d accounts; costs %,.2f %s of expected value"
                .formatted(lever, moved, lost, currency);
    }
}
