package io.arrears.pipeline.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a verb has to say: lines for a reader, the same facts as fields for a program, and an exit code. */
final class Result {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private int exitCode;

    Result line(String format, @Nullable Object... arguments) {
        lines.add(arguments.length == 0 ? format : format.formatted(arguments));
        return this;
    }

    Result field(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** Adds what another verb said. */
    Result include(String name, Result other) {
        lines.addAll(other.lines);
        return field(name, other.fields);
    }

    /** The verb did its work and the answer is no: exit code 1. */
    Result refused() {
        exitCode = 1;
        return this;
    }

    int exitCode() {
        return exitCode;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }

    List<String> lines() {
        return lines;
    }
}
