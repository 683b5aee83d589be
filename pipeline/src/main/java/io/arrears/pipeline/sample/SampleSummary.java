package io.arrears.pipeline.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written.
 *
 * @param out folder of the drop
 * @param rows rows per file (header not counted), keyed by path relative to {@code out}, in writing order
 * @param firstDay first simulated day
 * @param lastDay last simulated day
 * @param asOf the day after, for which the truth holds
 * @param bytes size of all files
 */
public record SampleSummary(
        Path out, Map<String, Long> rows, LocalDate firstDay, LocalDate lastDay, LocalDate asOf, long bytes) {
    public SampleSummary {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** All data rows together. */
    public long totalRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
