package io.arrears.pipeline.history;

import io.arrears.model.account.FactTable;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Merges a lake's files to one per bucket. Every version of every fact stays; nothing is shuffled. */
record Compaction(SparkSession spark, HistoryLake lake) {
    /** Writes the merged files to {@code folder}. */
    FactFiles write(Path folder) {
        LakeBuckets buckets = lake.buckets(spark);
        List<Integer> numbers = IntStream.range(0, buckets.count()).boxed().toList();
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(numbers, numbers.size()) // Spark names a file by its partition: one for each bucket
                .flatMap(bucket -> new FactVersionRows(buckets.scan(bucket, EnumSet.allOf(FactTable.class))));
        spark.createDataFrame(rows, FactRows.SCHEMA)
                .write()
                .parquet(folder.toUri().toString());
        checkRows(folder);
        IntSummaryStatistics days = days();
        return WrittenFacts.list(folder, factRows(), days.getMin(), days.getMax());
    }

    private void checkRows(Path folder) {
        long written = spark.read()
                .schema(FactRows.SCHEMA)
                .parquet(folder.toUri().toString())
                .count();
        if (written != factRows()) {
            throw new IllegalStateException(
                    "merging the history's files gave %d facts of %d: nothing was changed; restore the files of %s from a backup"
                            .formatted(written, factRows(), lake.factFiles()));
        }
    }

    private long factRows() {
        return lake.ledger().stream().mapToLong(drop -> drop.facts().rows()).sum();
    }

    private IntSummaryStatistics days() {
        return lake.ledger().stream()
                .flatMap(drop -> Stream.of(drop.facts().firstDay(), drop.facts().lastDay()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
    }
}
