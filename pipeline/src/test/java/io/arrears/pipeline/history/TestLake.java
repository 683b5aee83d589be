package io.arrears.pipeline.history;

import static org.apache.spark.sql.functions.col;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.spark.SharedSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A lake made of facts, without the ingest of source files. */
record TestLake(Home home, int buckets) {
    private static final SparkSession SPARK = SharedSpark.get();

    TestLake(Home home) {
        this(home, HistoryLake.BUCKETS);
    }

    /** Commits a drop of the facts by account, as the ingest lays them out. */
    HistoryLake commit(String dropId, Map<String, List<Fact>> facts, FactWriting writing) {
        try (LakeWriter writer = LakeWriter.lock(home)) {
            writer.useBuckets(buckets);
            writer.stage(dropId);
            Path folder = writer.stagedFacts(dropId);
            Dataset<Row> rows = SPARK.createDataFrame(rows(facts), FactRows.SCHEMA)
                    .repartition(buckets, col(FactColumn.ACCOUNT_ID.code()))
                    .sortWithinPartitions("account_id", "event_day", "key", "known_us")
                    .withColumn("fact", functions.when(col("account_id").notEqual(writing.damaged()), col("fact")))
                    .drop(writing.without().toArray(String[]::new));
            rows.write()
                    .option("parquet.enable.dictionary", writing.dictionary())
                    .parquet(folder.toUri().toString());
            long count = facts.values().stream().mapToLong(List::size).sum();
            FactFiles files = WrittenFacts.list(folder, count, 0, Days.of(0L));
            DropRecord drop =
                    new DropRecord(dropId, "2024-01-01T00:00:00Z", "somewhere", List.of(), List.of(), List.of(), files);
            return writer.commit(drop, lake -> AttributeCatalogue.EMPTY);
        }
    }

    /**
     * @param without columns that the file doesn't have, as if an older version had written it
     * @param damaged an account whose facts cannot be decoded; blank for none
     */
    record FactWriting(boolean dictionary, List<String> without, String damaged) {
        static final FactWriting USUAL = new FactWriting(true, List.of());

        FactWriting(boolean dictionary, List<String> without) {
            this(dictionary, without, "");
        }
    }

    private static List<Row> rows(Map<String, List<Fact>> facts) {
        List<Row> rows = new ArrayList<>();
        facts.forEach((account, all) -> {
            AccountId id = new AccountId(account);
            all.forEach(fact -> rows.add(FactRows.toRow(FactCodec.toRow(id, fact))));
        });
        return rows;
    }
}
