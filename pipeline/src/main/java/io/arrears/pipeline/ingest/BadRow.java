package io.arrears.pipeline.ingest;

import org.jspecify.annotations.Nullable;

/** Ends the reading of one row: control flow inside this room, hence without a stack trace. */
final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /**
     * @param column the canonical or source column at fault, absent when it is the whole row
     * @param value what stands there, for the quarantine file only
     * @param message what is wrong and what would be right, without the value
     */
    record Problem(
            RejectReason reason,
            @Nullable String column,
            @Nullable String value,
            String message) {}

    BadRow(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    static BadRow of(RejectReason reason, @Nullable String column, @Nullable String value, String message) {
        return new BadRow(new Problem(reason, column, value, message));
    }

    Problem problem() {
        return problem;
    }
}
