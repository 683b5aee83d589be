package io.arrears.pipeline.ingest;

import org.jspecify.annotations.Nullable;

/** One record of a source file: its fields, or why there are none. */
final class SourceRow {
    private static final @Nullable String[] NO_FIELDS = {};

    private final long line;
    private final @Nullable String[] fields;
    private final BadRow.@Nullable Problem problem;

    private SourceRow(long line, @Nullable String[] fields, BadRow.@Nullable Problem problem) {
        this.line = line;
        this.fields = fields;
        this.problem = problem;
    }

    static SourceRow of(long line, @Nullable String[] fields) {
        return new SourceRow(line, fields, null);
    }

    static SourceRow bad(long line, RejectReason reason, @Nullable String text, String message) {
        return new SourceRow(line, NO_FIELDS, new BadRow.Problem(reason, null, text, message));
    }

    static SourceRow bad(long line, BadRow.Problem problem) {
        return new SourceRow(line, NO_FIELDS, problem);
    }

    /** The line it starts on, counted from 1 with the header; in Parquet the row, counted from 1. */
    long line() {
        return line;
    }

    @Nullable
    String[] fields() {
        return fields;
    }

    BadRow.@Nullable Problem problem() {
        return problem;
    }
}
