package io.arrears.pipeline.verb;

import io.arrears.pipeline.history.HistoryLake;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./arrears score}. */
@Command(
        name = "score",
        description =
                "Scores every open account as of a date with the champion model; a model in its shadow scores beside it.")
final class ScoreVerb implements Verb {
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
        try (SparkSession spark = sparkOptions.open("score")) {
            return new BookScoring(spark, lake, options.home(), progress).run(model, asOf.day());
        }
    }
}
