package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.book.ScoreJob;
import io.arrears.pipeline.book.ShadowAgreement;
import io.arrears.pipeline.book.ShadowJob;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Scores the book with the champion and, beside it, with the model in its shadow; a shadow that fails stops nothing. */
final class BookScoring {
    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;
    private final Progress progress;

    BookScoring(SparkSession spark, HistoryLake lake, Home home, Progress progress) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
        this.progress = progress;
    }

    Result run(String model, int asOfDay) throws Exception {
        Path scores = progress.step("scoring the book", () -> ScoreJob.run(spark, lake, home, model, asOfDay));
        Result result = describe(scores, model);
        Optional<String> challenger = new ModelRegistry(home.models()).findShadow();
        if (challenger.isPresent()) {
            addShadow(result, model, scores, challenger.get(), asOfDay);
        }
        return result;
    }

    private Result describe(Path version, String model) {
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

    private void addShadow(Result result, String model, Path scores, String challenger, int asOfDay) {
        try {
            ShadowAgreement found = progress.step(
                    "scoring it in the shadow",
                    () -> new ShadowJob(spark, lake, home).run(model, scores, challenger, asOfDay));
            describe(result, found);
        } catch (Exception e) {
            result.line("  model %s in the shadow can't follow: %s", challenger, e.getMessage())
                    .field("shadow_failure", String.valueOf(e.getMessage()));
        }
    }

    private static void describe(Result result, ShadowAgreement found) {
        result.line("  beside it, in the shadow, model %s:", found.challenger());
        for (ShadowAgreement.ByScore score : found.scores()) {
            result.line(
                    "    %-22s %,9d accounts  differs by %.4f, at most %.4f  rank correlation %.3f  %.1f %% in another tenth",
                    score.score(),
                    score.accounts(),
                    score.meanAbsoluteDifference(),
                    score.largestDifference(),
                    score.rankCorrelation(),
                    100 * score.decileChanged());
        }
        result.field("shadow", found);
    }
}
