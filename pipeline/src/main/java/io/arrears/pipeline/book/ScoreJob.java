package io.arrears.pipeline.book;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Scores every open account of the book with one model. */
public final class ScoreJob {
    private ScoreJob() {}

    /** The folder that holds the scores of a day. */
    public static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.scores().resolve("as-of=" + Days.date(asOfDay)));
    }

    /** Scores and publishes; answers the folder written. */
    public static Path run(SparkSession spark, HistoryLake lake, Home home, String modelId, int asOfDay) {
        ModelRegistry registry = new ModelRegistry(home.models());
        ModelManifest manifest = registry.get(modelId);
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        ScoreFold fold = new ScoreFold(manifest.attributes(), registry.load(modelId), asOfDay);
        lake.mapGroups(spark, ScoreFold.SCHEMA, fold)
                .write()
                .parquet(version.toUri().toString());
        folder.publish(version);
        return version;
    }
}
