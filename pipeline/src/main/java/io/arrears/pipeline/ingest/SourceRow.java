package io.arrears.pipeline.ingest;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a source file: its fields, or why there are none.
 *
 * @param line the line it starts on, counted from 1 with the header; in Parquet the row, counted from 1
 */
record SourceRow(long line, @Nullable String[] fields, BadRow.@Nullable Problem problem) {
    private static final @Nullable String[] NO_FIELDS = {};

    static SourceRow of(long line, @Nullable String[] fields) {
        return new SourceRow(line, fields, null);
    }

    static SourceRow bad(long line, RejectReason reason, @Nullable String text, String message) {
        return new SourceRow(line, NO_FIELDS, new BadRow.Problem(reason, null, text, message));
    }

    /** The names of the fields of a file, in order. */
    record Header(List<String> columns) implements Serializable {
        int position(String column) {
            return columns.indexOf(column);
        }
    }
}
