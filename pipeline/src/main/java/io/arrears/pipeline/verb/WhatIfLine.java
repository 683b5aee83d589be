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
import java.util.Map;
import java.util.stream.Collectors;

/** What a plan would be worth with another share of one capacity, in currency units. */
record WhatIfLine(
        String capacity,
        double share,
        @JsonProperty("limit") double limitAmount,
        double value,
        double price) {
    static List<WhatIfLine> read(Home home, int asOfDay) throws SQLException {
        Path plan = PlanJob.folder(home, asOfDay).get("run ./arrears plan first");
        List<WhatIfLine> lines = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT capacity, share, limit_amount, value_minor / pow(10, decimals), "
                                + "price_minor / pow(10, decimals) FROM %s ORDER BY 1, 2"
                                        .formatted(DuckDb.parquet(plan.resolve(PlanJob.WHAT_IF))))) {
            while (rows.next()) {
                lines.add(new WhatIfLine(
                        rows.getString(1), rows.getDouble(2), rows.getDouble(3), rows.getDouble(4), rows.getDouble(5)));
            }
        }
        return lines;
    }

    /** A line per capacity that is short somewhere between half and twice of it. */
    static List<String> describe(List<WhatIfLine> lines, String currency) {
        Map<String, List<WhatIfLine>> byCapacity = lines.stream().collect(Collectors.groupingBy(WhatIfLine::capacity));
        return byCapacity.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(curve -> curve.getValue().stream().anyMatch(point -> point.price != 0))
                .map(curve -> "what if   %-16s %s %s"
                        .formatted(
                                curve.getKey(),
                                curve.getValue().stream()
                                        .map(point -> "%.0f %%: %,.0f".formatted(100 * point.share, point.value))
                                        .collect(Collectors.joining(", ")),
                                currency))
                .toList();
    }
}
