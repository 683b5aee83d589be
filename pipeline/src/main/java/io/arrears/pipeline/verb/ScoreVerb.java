package io.arrears.pipeline.verb;

import io.arrears.pipeline.book.ScoreJob;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./arrears score}. */
@Command(name = "score", description = "Scores every open account as of a date with the champion model.")
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
            Path version = progress.step(
                    "scoring the book", () -> ScoreJob.run(spark, lake, options.home(), model, asOf.day()));
            return describe(spark, version, model);
        }
    }

    static Result describe(SparkSession spark, Path version, String model) {
        Row row = spark.read()
                .parquet(version.toUri().toString())
                .selectExpr("count(*)", "avg(pay_probability_30d)")
                .head();
        double mean = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
        return new Result()
                .line(
                        "%,d open accounts scored with model %s; mean probability to pay %.3f",
                        row.getLong(0), model, mean)
                .field("scored", row.getLong(0))
                .field("model_id", model)
                .field("mean_pay_probability_30d", Double.isNaN(mean) ? null : mean);
    }
}
