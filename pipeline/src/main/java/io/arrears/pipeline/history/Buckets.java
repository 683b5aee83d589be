package io.arrears.pipeline.history;

import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.FactFiles.FactFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The lake as {@link #COUNT} partitions, one per bucket of accounts, each sorted by account: files of one bucket are
 * read together by one task, so no row moves between tasks.
 */
final class Buckets {
    /** Fixed by the layout: a drop's files of bucket b meet those of every other drop. */
    static final int COUNT = 16;

    private Buckets() {}

    /** Every fact of the drops; empty buckets have no partition, as Spark plans them away. */
    static Dataset<Row> sorted(SparkSession spark, LakeFolder lake, List<DropRecord> drops) {
        Dataset<Row> all = spark.createDataFrame(List.<Row>of(), FactRows.SCHEMA);
        for (int bucket = 0; bucket < COUNT; bucket++) {
            List<String> paths = paths(lake, drops, bucket);
            all = paths.isEmpty() ? all : all.union(one(spark, paths));
        }
        return all;
    }

    /** Every fact of the drops: partition b holds bucket b. */
    static JavaRDD<Row> numbered(SparkSession spark, LakeFolder lake, List<DropRecord> drops) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        JavaRDD<Row> all = context.emptyRDD();
        for (int bucket = 0; bucket < COUNT; bucket++) {
            List<String> paths = paths(lake, drops, bucket);
            all = all.union(
                    paths.isEmpty()
                            ? context.parallelize(List.of(), 1)
                            : one(spark, paths).javaRDD());
        }
        return all;
    }

    private static Dataset<Row> one(SparkSession spark, List<String> paths) {
        return spark.read()
                .schema(FactRows.SCHEMA)
                .parquet(paths.toArray(String[]::new))
                .coalesce(1)
                .sortWithinPartitions(FactColumn.ACCOUNT_ID.code());
    }

    private static List<String> paths(LakeFolder lake, List<DropRecord> drops, int bucket) {
        return paths(lake, drops, file -> file.bucket() == bucket);
    }

    /** Every file of the drops. */
    static List<String> paths(LakeFolder lake, List<DropRecord> drops) {
        return paths(lake, drops, file -> true);
    }

    private static List<String> paths(LakeFolder lake, List<DropRecord> drops, Predicate<FactFile> wanted) {
        List<String> paths = new ArrayList<>();
        for (DropRecord drop : drops) {
            Path folder = lake.facts(drop.dropId());
            drop.facts().files().stream()
                    .filter(wanted)
                    .map(file -> folder.resolve(file.name()).toUri().toString())
                    .forEach(paths::add);
        }
        return paths;
    }
}
