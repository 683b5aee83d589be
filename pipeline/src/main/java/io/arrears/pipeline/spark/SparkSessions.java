package io.arrears.pipeline.spark;

import org.apache.spark.sql.SparkSession;

/** Opens Spark sessions with the settings the verbs rely on. */
public final class SparkSessions {
    /** All cores of this machine. */
    public static final String LOCAL = "local[*]";

    private static final int SHUFFLE_PARTITIONS_PER_CORE = 3;

    private SparkSessions() {}

    /**
     * A session on {@code master}: no web page, bound to the loopback address when local, UTC, adaptive. The caller
     * stops it.
     */
    public static SparkSession open(String master, String appName) {
        SparkSession.Builder builder = SparkSession.builder()
                .master(master)
                .appName(appName)
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.adaptive.enabled", "true")
                .config("spark.sql.shuffle.partitions", shufflePartitions())
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .config("spark.sql.debug.maxToStringFields", "200")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.cleaner.referenceTracking.cleanCheckpoints", "true");
        if (master.startsWith("local")) {
            builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        }
        return builder.getOrCreate();
    }

    private static int shufflePartitions() {
        return SHUFFLE_PARTITIONS_PER_CORE * Runtime.getRuntime().availableProcessors();
    }
}
