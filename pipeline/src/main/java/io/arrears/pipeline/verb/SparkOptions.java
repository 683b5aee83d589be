package io.arrears.pipeline.verb;

import io.arrears.pipeline.spark.SparkSessions;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where the Spark part of a verb runs. */
final class SparkOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "${sys:spark.master:-local[*]}",
            description = "Spark master, e.g. spark://host:7077 (default: spark-submit's, else this machine, local[*])")
    private String master = "local[*]";

    SparkSession open(String verb) {
        return SparkSessions.open(master, "arrears " + verb);
    }
}
