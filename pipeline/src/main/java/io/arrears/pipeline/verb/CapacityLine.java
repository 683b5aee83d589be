package io.arrears.pipeline.verb;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A capacity of a plan, in currency units. */
record CapacityLine(
        String capacity, String unit, @JsonProperty("limit") double limitAmount, double used, double price) {
    static List<CapacityLine> read(Home home, int asOfDay) throws SQLException {
        Path plan = PlanJob.folder(home, asOfDay).get("run ./arrears plan first");
        List<CapacityLine> lines = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT capacity, unit, limit_amount, used, price_minor / pow(10, decimals) FROM %s ORDER BY 1"
                                .formatted(DuckDb.parquet(plan.resolve(PlanJob.PRICES))))) {
            while (rows.next()) {
                lines.add(new CapacityLine(
                        rows.getString(1), rows.getString(2), rows.getDouble(3), rows.getDouble(4), rows.getDouble(5)));
            }
        }
        return lines;
    }

    String describe(String currency) {
        return "capacity %-16s used %,.0f of %,.0f %s; one more is worth %,.4f %s"
                .formatted(capacity, used, limitAmount, unit, price, currency);
    }
}
