package io.arrears.pipeline.book;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Proves that nothing unknown on a day leaked into its vectors: writes a second lake without the facts not known then,
 * lets the same job compute the vectors from that lake alone, and compares them bit by bit with the published ones.
 *
 * @param vectorsSha256 digest of the published vectors, columns included
 * @param firstDifference names the first vector and value that differ, null when the proof holds
 */
public record TruncationProof(
        long factsKept,
        long factsDeleted,
        long vectorsCompared,
        long vectorsDiffering,
        String vectorsSha256,
        @Nullable String firstDifference) {
    /** What is to be proved: computes and publishes vectors from a lake, and answers the folder written. */
    @FunctionalInterface
    public interface Job {
        Path run(HistoryLake lake, Home home);
    }

    public boolean holds() {
        return vectorsDiffering == 0;
    }

    /** Proves the published vectors of a day. */
    public static TruncationProof run(SparkSession spark, HistoryLake lake, Home home, Path published, int asOfDay)
            throws IOException, SQLException {
        return run(
                spark,
                lake,
                home,
                published,
                asOfDay,
                (truncated, there) -> FeatureJob.run(spark, truncated, there, asOfDay));
    }

    /**
     * Proves what another job published as of a day. The second lake stands under {@code home} while this runs, so that
     * every executor sees it.
     */
    public static TruncationProof run(
            SparkSession spark, HistoryLake lake, Home home, Path published, int asOfDay, Job job)
            throws IOException, SQLException {
        Home there = new Home(home.root().resolve("truncated").resolve("as-of=" + Days.date(asOfDay)));
        try {
            delete(there.root());
            TruncatedLake truncated = TruncatedLake.write(spark, lake, there, asOfDay);
            Path recomputed = job.run(truncated.lake(), there);
            VectorComparison comparison = VectorComparison.of(published, recomputed);
            return new TruncationProof(
                    truncated.factsKept(),
                    truncated.factsDeleted(),
                    comparison.rows(),
                    comparison.differing(),
                    comparison.sha256(),
                    comparison.firstDifference());
        } finally {
            delete(there.root());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
