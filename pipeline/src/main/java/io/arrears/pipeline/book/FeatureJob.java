package io.arrears.pipeline.book;

import io.arrears.model.account.Days;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.AttributeLearning;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Vectors of the whole book as of a day. */
public final class FeatureJob {
    private FeatureJob() {}

    /** The folder that holds the vectors of a day. */
    public static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.features().resolve("as-of=" + Days.date(asOfDay)));
    }

    /** Computes and publishes the vectors; answers the folder written. */
    public static Path run(SparkSession spark, HistoryLake lake, Home home, int asOfDay) {
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        AttributeCatalogue attributes = AttributeLearning.asOf(spark, lake, asOfDay);
        lake.mapAccounts(spark, FeatureFold.schema(attributes), new FeatureFold(attributes, asOfDay))
                .write()
                .parquet(version.toUri().toString());
        folder.publish(version);
        return version;
    }
}
