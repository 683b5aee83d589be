package io.arrears.pipeline.verb;

import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.monitoring.Monitoring;
import io.arrears.pipeline.monitoring.MonitoringJob;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears monitor}. */
@Command(
        name = "monitor",
        description = {
            "Checks the model in force: outcomes that have matured against their predictions of 30 days before, cycle "
                    + "after cycle, how far inputs and score have moved since training, and which decisions the outcomes "
                    + "would change. Alarms are part of the answer: exit code 0."
        })
final class MonitorVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final StrategyOption strategyOption = new StrategyOption();

    @Option(
            names = "--no-flips",
            description = "do not count the decisions that would change: saves planning the day twice")
    private boolean noFlips;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        Strategy strategy = noFlips ? null : strategyOption.read();
        HistoryLake lake = Lakes.get(options.home());
        String model = Champions.get(options.home());
        try (SparkSession spark = sparkOptions.open("monitor")) {
            MonitoringJob job = new MonitoringJob(spark, lake, options.home(), model);
            Monitoring found = progress.step("checking the model", () -> job.run(asOf.day(), strategy));
            return MonitoringReport.of(asOf.date(), found);
        }
    }
}
