package io.arrears.pipeline.book;

import io.arrears.model.decision.Lever;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a business weight costs: the plan as it is beside the plan made anew without it, both by what their contacts are
 * expected to bring, weights left out.
 *
 * @param lever its name
 * @param moved how many accounts get another arm without it
 * @param lostMinor by how much more the plan without it is worth, in minor units of the strategy's currency
 */
record LeverPrice(String lever, long moved, double lostMinor) {
    /** A price per lever of the strategy. */
    static List<LeverPrice> list(Strategy strategy, Path values, LostArms lost, Map<String, Integer> planned)
            throws SQLException {
        List<LeverPrice> prices = new ArrayList<>();
        List<Lever> levers = strategy.levers();
        for (int i = 0; i < levers.size(); i++) {
            Map<String, Integer> without =
                    BookAllocation.without(i, strategy, values, lost).arms();
            try (DuckDb db = DuckDb.inMemory()) {
                load(db, "planned", planned);
                load(db, "without", without);
                prices.add(compare(db, levers.get(i).name(), DuckDb.parquet(values)));
            }
        }
        return prices;
    }

    private static void load(DuckDb db, String table, Map<String, Integer> arms) throws SQLException {
        db.execute("CREATE TABLE %s (account_id VARCHAR, arm INTEGER)".formatted(table));
        try (PreparedStatement insert =
                db.connection().prepareStatement("INSERT INTO %s VALUES (?, ?)".formatted(table))) {
            for (Map.Entry<String, Integer> arm : arms.entrySet()) {
                insert.setString(1, arm.getKey());
                insert.setInt(2, arm.getValue());
                insert.addBatch();
            }
            if (!arms.isEmpty()) {
                insert.executeBatch();
            }
        }
    }

    private static LeverPrice compare(DuckDb db, String lever, String values) throws SQLException {
        String worth = "(SELECT coalesce(sum(net_value_minor), 0) FROM %s JOIN %s USING (account_id, arm))";
        String moved = "(SELECT count(*) FROM planned p FULL JOIN without w USING (account_id) "
                + "WHERE p.arm IS DISTINCT FROM w.arm)";
        try (Statement statement = db.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT %s, %s - %s"
                        .formatted(moved, worth.formatted(values, "without"), worth.formatted(values, "planned")))) {
            row.next();
            return new LeverPrice(lever, row.getLong(1), row.getDouble(2));
        }
    }
}
