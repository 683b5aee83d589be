package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
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

    IngestRequest request(Home home, Instant now) {
        if (mapping != null && !Files.isRegularFile(mapping)) {
            throw new WrongUsage(
                    "--mapping %s is not a file: see data-samples/mappings for examples".formatted(mapping));
        }
        try {
            return new IngestRequest(source, mapping, home, maxRejected, now);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }
}
