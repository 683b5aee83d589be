package io.arrears.pipeline.ingest;

import io.arrears.model.mart.Home;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source drop to ingest.
 *
 * @param source the folder: a path, or any URI Hadoop's file systems can read
 * @param mapping the mapping file; absent when the files have canonical columns
 * @param maxRejectedShare share of rows in [0, 1] that may be rejected before the drop is refused
 * @param now the instant the ledger notes
 * @param buckets number of buckets, at most 1024, that a new lake spreads accounts over; absent: the lake's, or 16
 */
public record IngestRequest(
        String source,
        @Nullable Path mapping,
        Home home,
        double maxRejectedShare,
        Instant now,
        @Nullable Integer buckets) {
    /** The contract's default: 1 %. */
    public static final double DEFAULT_MAX_REJECTED_SHARE = 0.01;

    private static final int MAX_BUCKETS = 1024;

    public IngestRequest {
        if (!(maxRejectedShare >= 0 && maxRejectedShare <= 1)) {
            throw new IllegalArgumentException(
                    "max-rejected is %s: give a share from 0 to 1, e.g. 0.01".formatted(maxRejectedShare));
        }
        if (buckets != null && (buckets < 1 || buckets > MAX_BUCKETS)) {
            throw new IllegalArgumentException(
                    "buckets is %d: give 1 to %d, about one for every 5 million facts".formatted(buckets, MAX_BUCKETS));
        }
    }

    /** With the buckets the lake has. */
    public IngestRequest(String source, @Nullable Path mapping, Home home, double maxRejectedShare, Instant now) {
        this(source, mapping, home, maxRejectedShare, now, null);
    }

    URI sourceUri() {
        return source.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*")
                ? URI.create(source)
                : Path.of(source).toAbsolutePath().normalize().toUri();
    }
}
