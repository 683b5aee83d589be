package io.arrears.pipeline.training;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.BookTraining;
import io.arrears.model.training.TrainingRequest;
import io.arrears.model.training.TrainingTable;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.AttributeLearning;
import io.arrears.pipeline.revision.CodeRevision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** From the history to a registered candidate: rows by Spark, training in this JVM. */
public final class ModelTraining {
    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    public ModelTraining(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
    }

    /** Writes the training rows for outcomes observed up to the day before {@code asOfDay}. */
    public Path rows(int asOfDay) {
        return TrainingRowsJob.run(spark, lake, home, asOfDay);
    }

    /** Trains on the rows, judges on later ones, learns the response to contact, registers everything. */
    public TrainedModel train(Path rows, Set<Target> targets, long seed, int asOfDay) throws IOException {
        AttributeCatalogue attributes = AttributeLearning.asOf(spark, lake, asOfDay);
        ModelRegistry registry = new ModelRegistry(home.models());
        TrainingTable table =
                TrainingTable.read(rows, FeatureBuilder.of(attributes).schema());
        TrainingRequest request = new TrainingRequest(targets, attributes, seed, CodeRevision.current(), Instant.now());
        ModelManifest manifest = BookTraining.run(table, request, registry);
        long responseRows = new ResponseTraining(spark, lake, home).run(manifest, asOfDay);
        return new TrainedModel(manifest, registry.evaluation(manifest.id()), responseRows);
    }
}
