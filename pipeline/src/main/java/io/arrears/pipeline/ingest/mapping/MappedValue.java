package io.arrears.pipeline.ingest.mapping;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is made: a base, steps while it is present, and what stands in when it is blank in the end.
 *
 * @param fallback absent: blank stays blank
 */
public record MappedValue(
        Base base, List<Step> steps, @Nullable Template fallback) implements Serializable {
    public MappedValue {
        steps = List.copyOf(steps);
    }

    /**
     * The value over a record; null when blank.
     *
     * @throws Unmappable when the record holds something else than the mapping says
     */
    public @Nullable String of(Fields fields) {
        String value = base.of(fields);
        for (Step step : steps) {
            if (value == null || value.isBlank()) {
                break;
            }
            value = step.of(value, base.label(), fields);
        }
        if (value == null || value.isBlank()) {
            return fallback == null ? null : fallback.of(fields);
        }
        return value;
    }

    /** The columns it reads. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(base.columns());
        steps.forEach(step -> columns.addAll(step.columns()));
        columns.addAll(Templates.columns(fallback));
        return columns;
    }
}
