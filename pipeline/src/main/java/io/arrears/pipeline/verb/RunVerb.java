package io.arrears.pipeline.verb;

import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.ingest.IngestRequest;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./arrears run}. */
@Command(
        name = "run",
        description = {
            "The whole road: ingests a drop, trains and promotes when no model is in force, scores, plans, publishes."
        })
final class RunVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final SourceOptions source = new SourceOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final StrategyOption strategyOption = new StrategyOption();

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        Strategy strategy = strategyOption.read();
        IngestRequest request = source.request(options.home(), Instant.now());
        try (SparkSession spark = sparkOptions.open("run")) {
            return new WholeRoad(spark, options.home(), progress).travel(request, asOf.day(), strategy);
        }
    }
}
