package io.arrears.pipeline.spark;

import org.apache.spark.sql.SparkSession;

/** Opens Spark sessions with the settings the verbs rely on. */
public final class SparkSessions {
    /** All cores of this machine. */
    public static final String LOCAL = "local[*]";

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
    private static final int SHUFFLE_PARTITIONS_PER_CORE = 3;

    private SparkSessions() {}

    /** System property with the jars, separated by commas, that executors elsewhere need beside Spark's own. */
    static final String EXECUTOR_JARS = "arrears.executor-jars";

    /**
     * A session on {@code master}: no web page, bound to the loopback address when local, UTC, adaptive. On a cluster it
     * takes our jars to the executors. System properties {@code spark.*} stand above what is set here for tuning. The
     * caller stops it.
     *
     * @throws IllegalArgumentException when the master is a cluster and nobody says which jars its executors need
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
                .config(SHUFFLE_PARTITIONS, System.getProperty(SHUFFLE_PARTITIONS, shufflePartitions()))
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
                .config("spark.sql.debug.maxToStringFields", "200")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.cleaner.referenceTracking.cleanCheckpoints", "true");
        return (master.startsWith("local") ? here(builder) : elsewhere(builder)).getOrCreate();
    }

    private static SparkSession.Builder here(SparkSession.Builder builder) {
        return builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
    }

    private static SparkSession.Builder elsewhere(SparkSession.Builder builder) {
        String jars = System.getProperty("spark.jars", System.getProperty(EXECUTOR_JARS));
        if (jars == null) {
            throw new IllegalArgumentException(
                    "no jars for the executors: start through ./arrears, or through spark-submit with --jars");
        }
        String options = System.getProperty(EXECUTOR_OPTIONS, "");
        return builder.config("spark.jars", jars).config(EXECUTOR_OPTIONS, ("-Duser.timezone=UTC " + options).strip());
    }

    private static String shufflePartitions() {
        return Integer.toString(
                SHUFFLE_PARTITIONS_PER_CORE * Runtime.getRuntime().availableProcessors());
    }
}
