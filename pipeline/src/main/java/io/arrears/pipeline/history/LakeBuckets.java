package io.arrears.pipeline.history;

import io.arrears.model.account.FactTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * The lake as its buckets of accounts: one task reads all files of one bucket, so no row moves between tasks. Shipped
 * to executors.
 */
public final class LakeBuckets implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<BucketFiles> buckets;
    private final Broadcast<SerializableConfiguration> hadoop;

    LakeBuckets(SparkSession spark, List<BucketFiles> buckets) {
        this.buckets = new ArrayList<>(buckets);
        this.hadoop = context(spark)
                .broadcast(new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    }

    private static JavaSparkContext context(SparkSession spark) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    /** How many buckets accounts are spread over. */
    public int count() {
        return buckets.size();
    }

    /**
     * The accounts of a bucket with their facts of {@code tables}; inside a task it is closed when that ends. An account
     * is in the bucket whose number is the partition that {@code repartition(count, account_id)} gives it.
     */
    public AccountScan scan(int bucket, Set<FactTable> tables) {
        ScanColumns columns = ScanColumns.of(tables, hadoop.value().value());
        AccountScan scan = new AccountScan(buckets.get(bucket), tables, columns);
        TaskContext task = TaskContext.get();
        if (task != null) {
            task.addTaskCompletionListener((TaskCompletionListener) ended -> scan.close());
        }
        return scan;
    }

    /** Runs {@code perBucket} over the accounts of each bucket that holds any, one task per bucket. */
    <T> JavaRDD<T> map(SparkSession spark, Set<FactTable> tables, FlatMapFunction<AccountScan, T> perBucket) {
        List<Integer> filled = buckets.stream()
                .filter(bucket -> !bucket.files().isEmpty())
                .map(BucketFiles::bucket)
                .toList();
        if (filled.isEmpty()) {
            return context(spark).emptyRDD();
        }
        return context(spark)
                .parallelize(filled, filled.size())
                .flatMap(bucket -> perBucket.call(scan(bucket, tables)));
    }
}
