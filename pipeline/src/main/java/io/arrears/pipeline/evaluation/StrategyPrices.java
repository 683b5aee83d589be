package io.arrears.pipeline.evaluation;

import io.arrears.model.account.Days;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The capacity prices a strategy decides under.
 *
 * @param planDate of the plan they come from; absent when capacities are taken as unlimited
 */
public record StrategyPrices(Prices prices, @Nullable LocalDate planDate) {
    private static final String FOLDER = "as-of=";

    /** Prices of the last plan when it was this strategy's; else every capacity is free. */
    static StrategyPrices of(Home home, Strategy strategy) throws IOException, SQLException {
        Optional<LocalDate> last = lastPlan(home);
        boolean own = last.isPresent()
                && PlanJob.summary(home, Days.of(last.get())).strategyDigest().equals(strategy.digest());
        return own
                ? new StrategyPrices(read(home, strategy, last.get()), last.get())
                : new StrategyPrices(Prices.free(strategy), null);
    }

    private static Optional<LocalDate> lastPlan(Home home) throws IOException {
        if (!Files.isDirectory(home.plans())) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(home.plans())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.startsWith(FOLDER))
                    .map(name -> LocalDate.parse(name.substring(FOLDER.length())))
                    .filter(date -> PlanJob.folder(home, Days.of(date)).find().isPresent())
                    .max(Comparator.naturalOrder());
        }
    }

    private static Prices read(Home home, Strategy strategy, LocalDate date) throws SQLException {
        Path plan = PlanJob.folder(home, Days.of(date)).get("plan anew");
        Map<String, Double> byName = new HashMap<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT capacity, price_minor FROM " + DuckDb.parquet(plan.resolve(PlanJob.PRICES)))) {
            while (rows.next()) {
                byName.put(rows.getString(1), rows.getDouble(2));
            }
        }
        List<Double> prices = strategy.capacities().stream()
                .map(capacity -> byName.getOrDefault(capacity.name(), 0.0))
                .toList();
        return new Prices(prices);
    }
}
