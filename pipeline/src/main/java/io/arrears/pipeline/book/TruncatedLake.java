package io.arrears.pipeline.book;

import io.arrears.model.account.Days;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.FactFiles;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.LakeWriter;
import io.arrears.pipeline.history.WrittenFacts;
import io.arrears.pipeline.ingest.AttributeLearning;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A lake of its own on disk, in another home, from which every fact not known when a day began was deleted. What was
 * learned from the facts, such as the attribute catalogue, is learned anew from those that are left.
 *
 * @param lake the lake without them
 */
public record TruncatedLake(HistoryLake lake, long factsKept, long factsDeleted) {
    private static final String DROP = "truncated";

    /** Writes the files; {@code home} holds no lake yet. */
    public static TruncatedLake write(SparkSession spark, HistoryLake whole, Home home, int asOfDay) {
        Dataset<Row> all = whole.facts(spark);
        Dataset<Row> known =
                all.filter(functions.col(FactColumn.KNOWN_US.code()).leq(Days.startMicros(asOfDay)));
        try (LakeWriter writer = LakeWriter.lock(home)) {
            writer.useBuckets(whole.bucketCount());
            writer.stage(DROP);
            Path facts = writer.stagedFacts(DROP);
            known.repartition(whole.bucketCount(), functions.col(FactColumn.ACCOUNT_ID.code()))
                    .sortWithinPartitions(FactColumn.ACCOUNT_ID.code(), FactColumn.EVENT_DAY.code())
                    .write()
                    .parquet(facts.toUri().toString());
            long kept = known.count();
            HistoryLake lake = writer.commit(
                    record(WrittenFacts.list(facts, kept, 0, asOfDay)),
                    truncated -> AttributeLearning.learn(spark, truncated));
            return new TruncatedLake(lake, kept, all.count() - kept);
        }
    }

    private static DropRecord record(FactFiles facts) {
        return new DropRecord(DROP, Instant.EPOCH.toString(), DROP, List.of(), List.of(), List.of(), facts);
    }
}
