package io.arrears.pipeline.verb;

import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.monitoring.Monitoring;
import io.arrears.pipeline.monitoring.MonitoringJob;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./arrears monitor}. */
@Command(
        name = "monitor",
        description = {
            "Checks the model in force: outcomes that have matured against their predictions of 30 days before, and how "
                    + "far inputs and score have moved since training. Alarms are part of the answer: exit code 0."
        })
final class MonitorVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        HistoryLake lake = Lakes.get(options.home());
        String model = Champions.get(options.home());
        try (SparkSession spark = sparkOptions.open("monitor")) {
            MonitoringJob job = new MonitoringJob(spark, lake, options.home(), model);
            Monitoring found = progress.step("checking the model", () -> job.run(asOf.day()));
            return MonitoringReport.of(asOf.date(), found);
        }
    }
}
