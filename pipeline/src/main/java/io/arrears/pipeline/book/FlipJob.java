package io.arrears.pipeline.book;

import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Plans a day twice, with probabilities as they are and corrected, and counts the decisions that differ. */
public final class FlipJob {
    private static final String VARIANT = "corrected";

    private final SparkSession spark;
    private final HistoryLake lake;
    private final AssessorParts parts;

    public FlipJob(SparkSession spark, HistoryLake lake, Home home, String modelId, Strategy strategy) {
        this.spark = spark;
        this.lake = lake;
        this.parts = AssessorParts.of(home, modelId, strategy);
    }

    /**
     * Counts.
     *
     * @param place folder that does not exist yet, for the values of both plans
     */
    public Flips run(Correction correction, int asOfDay, Path place) throws SQLException {
        DebtorAccounts debtors = DebtorAccounts.read(spark, lake, asOfDay);
        FlipFold fold = new FlipFold(parts, debtors.broadcast(spark), correction, asOfDay);
        lake.mapAccounts(spark, FlipFold.SCHEMA, fold)
                .write()
                .partitionBy(VARIANT)
                .parquet(place.toUri().toString());
        BookAllocation before = allocate(debtors, place.resolve(VARIANT + "=false"));
        BookAllocation after = allocate(debtors, place.resolve(VARIANT + "=true"));
        return flips(before, after.arms());
    }

    private BookAllocation allocate(DebtorAccounts debtors, Path values) throws SQLException {
        Strategy strategy = parts.strategy();
        DebtorClaims claims = DebtorClaims.read(strategy, debtors, values);
        claims.settle(lost -> BookAllocation.of(strategy, values, lost));
        return BookAllocation.of(strategy, values, claims.lost());
    }

    private Flips flips(BookAllocation book, Map<String, Integer> after) {
        Map<String, Integer> before = book.arms();
        Set<String> contacted = new HashSet<>(before.keySet());
        contacted.addAll(after.keySet());
        Map<String, Long> moves = new HashMap<>();
        long changed = 0;
        for (String account : contacted) {
            int from = before.getOrDefault(account, 0);
            int to = after.getOrDefault(account, 0);
            if (from != to) {
                changed++;
                moves.merge(name(from) + " -> " + name(to), 1L, Long::sum);
            }
        }
        return new Flips(parts.strategy().name(), book.accounts().size(), changed, sorted(moves));
    }

    private String name(int arm) {
        return parts.strategy().arms().get(arm).arm().toString();
    }

    private static Map<String, Long> sorted(Map<String, Long> moves) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        moves.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Long>>comparingLong(move -> -move.getValue())
                        .thenComparing(Map.Entry::getKey))
                .forEach(move -> sorted.put(move.getKey(), move.getValue()));
        return sorted;
    }
}
