package io.arrears.pipeline.verb;

import io.arrears.pipeline.book.FeatureJob;
import io.arrears.pipeline.book.TruncationProof;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears features}. */
@Command(name = "features", description = "Computes the feature vectors of the book as of a date.")
final class FeaturesVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--prove-truncation",
            description = {
                "afterwards deletes every fact not known on the date, computes anew and compares every vector bit for "
                        + "bit; exit code 1 when one differs"
            })
    private boolean proveTruncation;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        HistoryLake lake = Lakes.get(options.home());
        try (SparkSession spark = sparkOptions.open("features")) {
            Path version =
                    progress.step("computing features", () -> FeatureJob.run(spark, lake, options.home(), asOf.day()));
            long vectors = spark.read().parquet(version.toUri().toString()).count();
            Result result = new Result()
                    .line("%,d vectors as of %s", vectors, asOf.date())
                    .field("as_of", asOf.date().toString())
                    .field("vectors", vectors);
            return proveTruncation ? prove(spark, lake, version, progress, result) : result;
        }
    }

    private Result prove(SparkSession spark, HistoryLake lake, Path version, Progress progress, Result result)
            throws Exception {
        TruncationProof proof = progress.step(
                "recomputing on the truncated history", () -> TruncationProof.run(spark, lake, version, asOf.day()));
        result.field("facts_deleted", proof.factsDeleted()).field("vectors_differing", proof.vectorsDiffering());
        result.line(
                "Truncation proof: %,d facts were not known on %s; without them %,d of the vectors differ",
                proof.factsDeleted(), asOf.date(), proof.vectorsDiffering());
        return proof.holds() ? result : result.refused();
    }
}
