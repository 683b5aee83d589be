package io.arrears.pipeline.ingest;

import org.jspecify.annotations.Nullable;

/** A row in canonical columns, by position in its feed's shape; blank cells are null. */
final class MappedRow {
    private final long line;
    private final int part;
    private final @Nullable String[] cells;

    /** {@code part} counts the rows made of one record, from 0. */
    MappedRow(long line, int part, @Nullable String[] cells) {
        this.line = line;
        this.part = part;
        this.cells = cells;
    }

    long line() {
        return line;
    }

    int part() {
        return part;
    }

    @Nullable
    String[] cells() {
        return cells;
    }
}
