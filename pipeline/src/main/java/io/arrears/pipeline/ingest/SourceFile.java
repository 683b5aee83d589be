package io.arrears.pipeline.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * A file of the drop and what it feeds.
 *
 * @param uri where it is, for Hadoop's file systems
 * @param width number of its columns
 * @param firstFeed index in the drop of the first of {@code feeds}
 */
record SourceFile(String uri, String name, CsvDialect dialect, int width, int firstFeed, List<Feed> feeds)
        implements Serializable {
    private static final String PARQUET_SUFFIX = ".parquet";

    boolean isParquet() {
        return isParquet(name);
    }

    boolean needsOneTask() {
        return feeds.stream().anyMatch(Feed::needsWholeFile);
    }

    static boolean isParquet(String name) {
        return name.endsWith(PARQUET_SUFFIX);
    }
}
