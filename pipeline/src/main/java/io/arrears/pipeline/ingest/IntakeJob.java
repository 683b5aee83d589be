package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import io.arrears.pipeline.history.FactRows;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.LakeBuckets;
import io.arrears.pipeline.ingest.MergedAccounts.TaskReports;
import io.arrears.pipeline.ingest.mapping.Lookups;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The Spark job of an ingest: read every file, bring rows to their account's bucket in one shuffle, merge each bucket
 * with the lake's, write the new facts.
 *
 * @param foreign rows with these keys are another account's
 */
record IntakeJob(SparkSession spark, HistoryLake lake, SourceDrop drop, Set<ForeignKey> foreign) {
    /** Writes the facts to {@code facts} and each task's reports to {@code reports}. */
    void run(Path facts, Path reports) {
        ArrayList<Shape> shapes = drop.shapes();
        String reportFolder = reports.toString();
        LakeBuckets buckets = lake.buckets(spark);
        Broadcast<HashSet<ForeignKey>> known = context().broadcast(new HashSet<>(foreign));
        JavaRDD<Row> added = sorted(buckets.count())
                .mapPartitionsWithIndex(
                        (bucket, rows) -> new MergedAccounts(
                                buckets.scan(bucket, EnumSet.allOf(FactTable.class)),
                                rows,
                                new MergedAccounts.Terms(shapes, known.value()),
                                new TaskReports(Path.of(reportFolder), bucket)),
                        true);
        spark.createDataFrame(added, FactRows.SCHEMA)
                .write()
                .parquet(facts.toUri().toString());
    }

    /** The drop's rows in as many partitions as the lake has; Spark plans an empty drop away to none. */
    private JavaRDD<Row> sorted(int buckets) {
        JavaRDD<Row> sorted = candidates()
                .repartition(buckets, functions.col(Candidate.ACCOUNT))
                .sortWithinPartitions(Candidate.ACCOUNT, Candidate.ORIGIN)
                .javaRDD();
        return sorted.getNumPartitions() == buckets ? sorted : context().parallelize(List.<Row>of(), buckets);
    }

    private Dataset<Row> candidates() {
        Broadcast<Lookups> lookups = context().broadcast(drop.lookups());
        List<SourceFile> csv =
                drop.files().stream().filter(file -> !file.isParquet()).toList();
        Dataset<Row> all = csv.isEmpty() ? null : csvCandidates(csv, lookups);
        for (SourceFile file : drop.files()) {
            if (file.isParquet()) {
                Dataset<Row> one = ParquetCells.candidates(spark, file, lookups);
                all = all == null ? one : all.union(one);
            }
        }
        if (all == null) {
            throw new IllegalStateException("a drop without files");
        }
        return all;
    }

    private Dataset<Row> csvCandidates(List<SourceFile> files, Broadcast<Lookups> lookups) {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
        JavaRDD<Row> rows = context()
                .parallelize(files, files.size())
                .flatMap(file -> new CsvCandidates(file, lookups.value(), hadoop.value()));
        return spark.createDataFrame(rows, Candidate.SCHEMA);
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }
}
