package io.arrears.pipeline.training;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.BookTraining;
import io.arrears.model.training.Horizons;
import io.arrears.model.training.TrainedBook;
import io.arrears.model.training.TrainingRequest;
import io.arrears.model.training.TrainingRows;
import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.response.ResponseTrainer;
import io.arrears.model.training.response.TrainedResponse;
import io.arrears.pipeline.book.ResponseFile;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.AttributeLearning;
import io.arrears.pipeline.revision.CodeRevision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** From the history to a registered candidate: rows by Spark, training in this JVM. */
public final class ModelTraining {
    private static final Set<Target> EVENTS = Set.of(Target.REACH, Target.KEPT, Target.SELFCURE);

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    public ModelTraining(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
    }

    /**
     * Where the rows of a training are.
     *
     * @param events empty when no target needs them
     */
    public record Written(Path book, Optional<Path> events) {}

    /** Writes the training rows for outcomes observed up to the day before {@code asOfDay}. */
    public Written rows(int asOfDay, Set<Target> targets, Horizons horizons) {
        Path book = TrainingRowsJob.run(spark, lake, home, asOfDay, horizons);
        boolean events = targets.stream().anyMatch(EVENTS::contains);
        return new Written(
                book, events ? Optional.of(EventRowsJob.run(spark, lake, home, asOfDay, horizons)) : Optional.empty());
    }

    /** Trains on the rows, judges on later ones, learns the response to contact, registers everything. */
    public TrainedModel train(Written written, Set<Target> targets, Horizons horizons, long seed, int asOfDay)
            throws IOException {
        AttributeCatalogue attributes = AttributeLearning.asOf(spark, lake, asOfDay);
        ModelRegistry registry = new ModelRegistry(home.models());
        TrainingRequest request =
                new TrainingRequest(targets, horizons, attributes, seed, CodeRevision.current(), Instant.now());
        TrainedBook book =
                BookTraining.train(read(written, FeatureBuilder.of(attributes).schema()), request);
        TrainedResponse response =
                ResponseTrainer.train(new ResponseRowsJob(spark, lake).run(attributes, book.scorer(), asOfDay));
        Map<String, byte[]> learned = ResponseFile.files(response);
        if (!book.register(registry, learned)) {
            registry.replace(book.manifest().id(), learned);
        }
        return new TrainedModel(book.manifest(), book.evaluation(), response);
    }

    static TrainingRows read(Written written, FeatureSchema schema) {
        return new TrainingRows(
                TrainingTable.read(written.book(), schema),
                written.events()
                        .map(events -> EventRowsJob.read(events, schema))
                        .orElse(Map.of()));
    }
}
