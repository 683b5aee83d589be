package io.arrears.serving.mart;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The run in force: what was published when, from which model and strategy.
 *
 * @param asOf every figure of the mart holds what was known when this UTC day began
 * @param strategyCurrency ISO 4217 code of every amount of the plan
 * @param directory the run's folder, with mart.duckdb and, when planned, strategy.yaml
 */
public record RunInfo(
        String runId,
        LocalDate asOf,
        Instant publishedAt,
        @Nullable String modelId,
        @Nullable String strategy,
        @Nullable String strategyDigest,
        @Nullable String strategyCurrency,
        Path directory) {}
