package io.arrears.pipeline.ingest;

import org.jspecify.annotations.Nullable;

/** A row of the quarantine file. {@code value} may be personal and stands nowhere else. */
record Rejected(
        long origin,
        String file,
        @Nullable String column,
        @Nullable String value,
        String reason,
        String message) {
    private static final int MAX_VALUE_LENGTH = 200;

    static @Nullable String shortened(@Nullable String value) {
        if (value == null || value.length() <= MAX_VALUE_LENGTH) {
            return value;
        }
        boolean tearsPair = Character.isHighSurrogate(value.charAt(MAX_VALUE_LENGTH - 1));
        return value.substring(0, tearsPair ? MAX_VALUE_LENGTH - 1 : MAX_VALUE_LENGTH);
    }
}
