package io.arrears.pipeline.ingest;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.pipeline.history.HistoryLake;
import org.apache.spark.sql.SparkSession;

/** Learns which {@code x_} attributes of the book become features. */
final class AttributeLearning {
    private AttributeLearning() {}

    static AttributeCatalogue learn(SparkSession spark, HistoryLake lake) {
        return AttributeCatalogue.EMPTY;
    }
}
