package io.arrears.pipeline.book;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.arrears.model.account.Days;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Proves that nothing unknown on a day leaked into its vectors: deletes every fact not known then, computes the vectors
 * again, and compares them bit for bit with the published ones.
 */
public record TruncationProof(long factsDeleted, long vectorsDiffering) {
    public boolean holds() {
        return vectorsDiffering == 0;
    }

    public static TruncationProof run(SparkSession spark, HistoryLake lake, Path vectors, int asOfDay) {
        Column known = col(FactColumn.KNOWN_US.code()).leq(Days.startMicros(asOfDay));
        AttributeCatalogue attributes = lake.attributeCatalogue();
        long asOfMicros = Days.startMicros(asOfDay);
        Dataset<Row> truncated = lake.mapAccounts(
                spark,
                FeatureFold.schema(attributes),
                new FeatureFold(attributes, asOfDay),
                fact -> fact.knownMicros() <= asOfMicros);
        Dataset<Row> published = spark.read().parquet(vectors.toUri().toString());
        long onlyPublished = published.exceptAll(truncated).count();
        long onlyTruncated = truncated.exceptAll(published).count();
        long deleted = lake.facts(spark).filter(not(known)).count();
        return new TruncationProof(deleted, Math.max(onlyPublished, onlyTruncated));
    }
}
