package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.IngestRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The source drop a verb reads. */
final class SourceOptions {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "DIR",
            description = "folder of the source drop: a path, or a URI Spark can read")
    private String source = "";

    @Option(names = "--mapping", paramLabel = "FILE", description = "mapping file for a source with its own columns")
    private @Nullable Path mapping;

    @Option(
            names = "--max-rejected",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            description = "refuse the drop when more than this share of rows is rejected (default: 0.01)")
    private double maxRejected;

    @Option(
            names = "--buckets",
            paramLabel = "N",
            description = "how many buckets a new history spreads accounts over, fixed from then on (default: 16)")
    private @Nullable Integer buckets;

    IngestRequest request(Home home, Instant now) {
        if (mapping != null && !Files.isRegularFile(mapping)) {
            throw new WrongUsage(
                    "--mapping %s is not a file: see data-samples/mappings for examples".formatted(mapping));
        }
        try {
            IngestRequest request = new IngestRequest(source, mapping, home, maxRejected, now, buckets);
            checkBuckets(HistoryLake.open(home));
            return request;
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    private void checkBuckets(HistoryLake lake) {
        if (buckets != null && lake.generationNumber() > 0 && lake.bucketCount() != buckets) {
            throw new WrongUsage(
                    "--buckets is %d, but the history was made with %d: leave it out, or use another --home"
                            .formatted(buckets, lake.bucketCount()));
        }
    }
}
