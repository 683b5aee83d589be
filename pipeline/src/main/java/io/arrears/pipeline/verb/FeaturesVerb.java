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
                "afterwards writes a second lake without the facts not known on the date, computes anew from it and "
                        + "compares every vector bit by bit; exit code 1 names the first that differs"
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
                "recomputing on a truncated lake",
                () -> TruncationProof.run(spark, lake, options.home(), version, asOf.day()));
        result.field("facts_kept", proof.factsKept())
                .field("facts_deleted", proof.factsDeleted())
                .field("vectors_compared", proof.vectorsCompared())
                .field("vectors_differing", proof.vectorsDiffering())
                .field("vectors_sha256", proof.vectorsSha256())
                .field("first_difference", proof.firstDifference());
        result.line(
                "Truncation proof: a lake without the %,d facts not known on %s (%,d left) was written and folded anew",
                proof.factsDeleted(), asOf.date(), proof.factsKept());
        if (proof.holds()) {
            return result.line(
                    "  all %,d vectors are the same, bit by bit (sha256 %s)",
                    proof.vectorsCompared(), proof.vectorsSha256());
        }
        return result.line(
                        "  %,d of %,d vectors differ: later knowledge leaked in",
                        proof.vectorsDiffering(), proof.vectorsCompared())
                .line("  first: %s (published against truncated)", proof.firstDifference())
                .refused();
    }
}
