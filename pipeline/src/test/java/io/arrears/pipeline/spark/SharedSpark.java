package io.arrears.pipeline.spark;

import org.apache.spark.sql.SparkSession;

/** One Spark session for all tests of a JVM: starting one takes seconds. It ends with the JVM. */
public final class SharedSpark {
    private static final class Holder {
        private static final SparkSession SESSION = SparkSessions.open("local[2]", "tests");
    }

    private SharedSpark() {}

    public static SparkSession get() {
        return Holder.SESSION;
    }
}
