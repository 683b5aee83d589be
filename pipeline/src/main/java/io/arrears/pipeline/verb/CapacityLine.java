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
import org.jspecify.annotations.Nullable;

/** A capacity of a plan, in currency units. */
record CapacityLine(
        String capacity,
        String unit,
        @JsonProperty("limit") @Nullable Double limitAmount,
        double used,
        double price,
        @JsonProperty("min") double leastAmount) {
    static List<CapacityLine> read(Home home, int asOfDay) throws SQLException {
        Path plan = PlanJob.folder(home, asOfDay).get("run ./arrears plan first");
        List<CapacityLine> lines = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT capacity, unit, limit_amount, used, price_minor / pow(10, decimals), least_amount FROM %s ORDER BY 1"
                                .formatted(DuckDb.parquet(plan.resolve(PlanJob.PRICES))))) {
            while (rows.next()) {
                lines.add(new CapacityLine(
                        rows.getString(1),
                        rows.getString(2),
                        (Double) rows.getObject(3),
                        rows.getDouble(4),
                        rows.getDouble(5),
                        rows.getDouble(6)));
            }
        }
        return lines;
    }

    String describe(String currency) {
        String limit = limitAmount == null ? "" : " of %,.0f".formatted(limitAmount);
        String text = "capacity %-16s used %,.0f%s %s; ".formatted(capacity, used, limit, unit);
        if (leastAmount > used) {
            return text
                    + "%,.0f demanded, more than can be reached: lower it, until then prices, gap and what-if say little"
                            .formatted(leastAmount);
        }
        if (leastAmount > 0) {
            text += "%,.0f demanded; ".formatted(leastAmount);
        }
        return price < 0
                ? text + "one less demanded is worth %,.4f %s".formatted(-price, currency)
                : text + "one more is worth %,.4f %s".formatted(price, currency);
    }
}
