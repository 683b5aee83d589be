package io.arrears.pipeline.verb;

import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.Horizons;
import io.arrears.pipeline.book.FeatureJob;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.Ingest;
import io.arrears.pipeline.ingest.IngestRequest;
import io.arrears.pipeline.publish.MartPublisher;
import io.arrears.pipeline.training.ModelTraining;
import java.util.EnumSet;
import org.apache.spark.sql.SparkSession;

/** From a source drop to a published mart, in one process. */
final class WholeRoad {
    private static final long SEED = 42;

    private final SparkSession spark;
    private final Home home;
    private final Progress progress;

    WholeRoad(SparkSession spark, Home home, Progress progress) {
        this.spark = spark;
        this.home = home;
        this.progress = progress;
    }

    Result travel(IngestRequest request, int asOfDay, Strategy strategy) throws Exception {
        Result result = new Result();
        result.include(
                "ingest", IngestVerb.describe(progress.step("ingesting the drop", () -> Ingest.run(spark, request))));
        HistoryLake lake = Lakes.get(home);
        ModelRegistry registry = new ModelRegistry(home.models());
        if (registry.findChampion().isEmpty()) {
            result.include("train", trainFirst(lake, registry, asOfDay));
        }
        String model = Champions.get(home);
        progress.step("computing features", () -> FeatureJob.run(spark, lake, home, asOfDay));
        result.include("score", new BookScoring(spark, lake, home, progress).run(model, asOfDay));
        PlanJob planning = new PlanJob(spark, lake, home);
        result.include(
                "plan",
                PlanVerb.describe(
                        home,
                        asOfDay,
                        progress.step("planning the book", () -> planning.run(model, strategy, asOfDay))));
        return result.include("publish", PublishVerb.publish(new MartPublisher(spark, lake, home), asOfDay, progress));
    }

    /** The first model of a home is put in force at once: there is nothing to compare it with. */
    private Result trainFirst(HistoryLake lake, ModelRegistry registry, int asOfDay) throws Exception {
        Result trained = TrainVerb.train(
                new ModelTraining(spark, lake, home),
                asOfDay,
                EnumSet.allOf(Target.class),
                Horizons.STANDARD,
                SEED,
                progress);
        String id = String.valueOf(trained.fields().get("model_id"));
        registry.promote(id);
        return trained.line("  no model was in force: %s is now", id);
    }
}
