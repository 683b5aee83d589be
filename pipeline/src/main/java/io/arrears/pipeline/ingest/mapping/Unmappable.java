package io.arrears.pipeline.ingest.mapping;

import org.jspecify.annotations.Nullable;

/** A value of a record that the mapping can't make sense of: ends that record. Carries no stack trace. */
public final class Unmappable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What it should have been. */
    public enum Kind {
        DATE,
        TIMESTAMP,
        NUMBER,
        CODE
    }

    private final Kind kind;
    private final String column;
    private final @Nullable String value;

    Unmappable(Kind kind, String column, @Nullable String value, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.column = column;
        this.value = value;
    }

    public Kind kind() {
        return kind;
    }

    /** The source column, or the template it is part of. */
    public String column() {
        return column;
    }

    public @Nullable String value() {
        return value;
    }
}
