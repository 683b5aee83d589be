package io.arrears.pipeline.spark;

import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * One Spark session for all tests of a JVM: starting one takes seconds. It ends with the JVM, or with a verb that a test
 * ran in the same JVM, for verbs stop what they use; then the next test gets another.
 */
public final class SharedSpark {
    private static @Nullable SparkSession session;

    private SharedSpark() {}

    /** Not to be kept beyond a test class. */
    public static synchronized SparkSession get() {
        SparkSession open = session;
        if (open == null || open.sparkContext().isStopped()) {
            open = SparkSessions.open("local[2]", "tests");
            session = open;
        }
        return open;
    }
}
