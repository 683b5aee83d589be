package io.arrears.pipeline.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts one drop added.
 *
 * @param digest SHA-256 over the files' bytes in order of bucket; empty when the drop added nothing
 * @param firstDay earliest event day, absent when the drop added nothing
 * @param lastDay latest event day, absent when the drop added nothing
 */
public record FactFiles(
        long rows,
        String digest,
        @Nullable Integer firstDay,
        @Nullable Integer lastDay,
        List<FactFile> files) {
    /** One Parquet file: the accounts of one bucket, sorted by account. */
    public record FactFile(int bucket, String name, long bytes) {}

    public static final FactFiles NONE = new FactFiles(0, "", null, null, List.of());

    public FactFiles {
        files = List.copyOf(files);
    }
}
