package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data-samples/portfolio-small} is what its command makes, byte for byte, on every machine. */
class CommittedSampleTest {
    private static final int LARGEST_BYTES = 400_000;

    @TempDir
    private Path temp;

    @Test
    void theCommittedPortfolioIsReproduced() throws IOException {
        Path again = temp.resolve("portfolio-small");
        SampleSummary summary = SamplePortfolio.write(SampleSettings.of(60, 12, 7, again));
        Map<String, byte[]> committed = SampleTables.bytes(committed());
        Map<String, byte[]> made = SampleTables.bytes(again);
        assertThat(made.keySet()).isEqualTo(committed.keySet());
        made.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(committed.get(name)));
        assertThat(summary.bytes()).isLessThan(LARGEST_BYTES);
    }

    private static Path committed() {
        Path inModule = Path.of("..", "data-samples", "portfolio-small");
        return Files.isDirectory(inModule) ? inModule : Path.of("data-samples", "portfolio-small");
    }
}
