package io.arrears.pipeline.book;

import io.arrears.model.account.Money;
import io.arrears.model.decision.Plan;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.WhatIf;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a plan's tables: decisions ranked, and a row per capacity. */
final class PlanWriter {
    private final Strategy strategy;
    private final Plan plan;
    private final Path version;

    PlanWriter(Strategy strategy, Plan plan, Path version) {
        this.strategy = strategy;
        this.plan = plan;
        this.version = version;
    }

    PlanSummary write(String modelId, Path decided, List<LeverPrice> levers) throws SQLException, IOException {
        Files.createDirectories(version.resolve(PlanJob.PLAN));
        Files.createDirectories(version.resolve(PlanJob.PRICES));
        Files.createDirectories(version.resolve(PlanJob.WHAT_IF));
        Files.createDirectories(version.resolve(PlanJob.LEVERS));
        try (DuckDb db = DuckDb.inMemory()) {
            writePlan(db, decided);
            writePrices(db);
            writeWhatIf(db);
            writeLevers(db, levers);
            return new PlanSummary(
                    modelId,
                    strategy.name(),
                    strategy.digest(),
                    strategy.currency().getCurrencyCode(),
                    plan.allocation().primalValue(),
                    plan.allocation().dualBound(),
                    plan.allocation().gap(),
                    actions(db));
        }
    }

    /** Contacts first, the most valuable after prices on top; then those left alone. */
    private void writePlan(DuckDb db, Path decided) throws SQLException {
        db.execute("""
                CREATE TABLE plan AS
                SELECT row_number() OVER (
                    ORDER BY (action = 'none'), net_value_minor - price_paid_minor DESC NULLS LAST, account_id) AS rank, *
                FROM %s
                """.formatted(DuckDb.parquet(decided)));
        copy(db, "plan ORDER BY rank", PlanJob.PLAN);
    }

    private void writePrices(DuckDb db) throws SQLException {
        db.execute("CREATE TABLE price (capacity VARCHAR, unit VARCHAR, limit_amount DOUBLE, used DOUBLE, "
                + "price_minor DOUBLE, decimals INTEGER, least_amount DOUBLE)");
        try (PreparedStatement insert =
                db.connection().prepareStatement("INSERT INTO price VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Plan.CapacityUse use : plan.capacityUses()) {
                insert.setString(1, use.capacity().name());
                insert.setString(2, use.capacity().unit());
                insert.setObject(3, Double.isInfinite(use.most()) ? null : (Double) use.most());
                insert.setDouble(4, use.used());
                insert.setDouble(5, use.priceMinor());
                insert.setInt(6, Money.decimals(strategy.currency()));
                insert.setDouble(7, use.least());
                insert.executeUpdate();
            }
        }
        copy(db, "price ORDER BY capacity", PlanJob.PRICES);
    }

    private void writeWhatIf(DuckDb db) throws SQLException {
        db.execute("CREATE TABLE what_if (capacity VARCHAR, share DOUBLE, limit_amount DOUBLE, value_minor DOUBLE, "
                + "price_minor DOUBLE, decimals INTEGER)");
        try (PreparedStatement insert =
                db.connection().prepareStatement("INSERT INTO what_if VALUES (?, ?, ?, ?, ?, ?)")) {
            for (WhatIf point : plan.whatIf()) {
                insert.setString(1, strategy.capacities().get(point.capacity()).name());
                insert.setDouble(2, point.share());
                insert.setDouble(3, point.limit());
                insert.setDouble(4, point.value());
                insert.setDouble(5, point.price());
                insert.setInt(6, Money.decimals(strategy.currency()));
                insert.executeUpdate();
            }
        }
        copy(db, "what_if ORDER BY capacity, share", PlanJob.WHAT_IF);
    }

    private void writeLevers(DuckDb db, List<LeverPrice> levers) throws SQLException {
        db.execute("CREATE TABLE lever (lever VARCHAR, moved BIGINT, lost_minor DOUBLE, decimals INTEGER)");
        try (PreparedStatement insert = db.connection().prepareStatement("INSERT INTO lever VALUES (?, ?, ?, ?)")) {
            for (LeverPrice price : levers) {
                insert.setString(1, price.lever());
                insert.setLong(2, price.moved());
                insert.setDouble(3, price.lostMinor());
                insert.setInt(4, Money.decimals(strategy.currency()));
                insert.executeUpdate();
            }
        }
        copy(db, "lever ORDER BY lever", PlanJob.LEVERS);
    }

    private void copy(DuckDb db, String from, String name) throws SQLException {
        Path file = version.resolve(name).resolve("part-0.parquet");
        db.execute("COPY (SELECT * FROM %s) TO %s (FORMAT parquet)".formatted(from, DuckDb.quote(file.toString())));
    }

    private static Map<String, Long> actions(DuckDb db) throws SQLException {
        Map<String, Long> actions = new TreeMap<>();
        try (Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CASE WHEN action = 'none' THEN 'none' ELSE action || '/' || channel END, count(*) "
                                + "FROM plan GROUP BY 1")) {
            while (rows.next()) {
                actions.put(rows.getString(1), rows.getLong(2));
            }
        }
        return actions;
    }
}
