package io.arrears.serving.mart;

import io.arrears.model.decision.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
        Path directory) {
    /** The strategy it was planned by; empty when it was published without a plan. */
    public Optional<Strategy> findStrategy() {
        Path file = directory.resolve("strategy.yaml");
        try {
            return Files.exists(file) ? Optional.of(Strategy.read(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
