package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed small portfolio gives the committed vectors and reconciliation, byte for byte. */
class GoldenPortfolioIT {
    private static final Path SAMPLES = Path.of("..", "data-samples");
    private static final Path GOLDEN = SAMPLES.resolve("portfolio-small-golden");
    private static final String AS_OF = "2026-07-01";

    @TempDir
    private Path folder;

    @Test
    void the_small_portfolio_gives_its_golden_vectors_and_reconciliation() throws IOException {
        Path home = folder.resolve("home");
        Path features = folder.resolve("features.csv");
        Verbs.Answer ingest =
                Verbs.run("ingest", "--json", "--home", home, "--source", SAMPLES.resolve("portfolio-small"));
        assertThat(ingest.exitCode()).as(ingest.err()).isZero();
        assertThat(Verbs.run("features", "--home", home, "--as-of", AS_OF).exitCode())
                .isZero();
        assertThat(Verbs.run("export", "features", "--home", home, "--as-of", AS_OF, "--out", features)
                        .exitCode())
                .isZero();
        check("features.csv", Files.readString(features));
        check("reconciliation.csv", reconciliation(new ObjectMapper().readTree(ingest.out())));
    }

    private static String reconciliation(JsonNode ingest) {
        StringBuilder csv =
                new StringBuilder("currency,opening_minor,billed_minor,paid_minor,adjusted_minor,closing_minor\n");
        for (JsonNode row : ingest.get("reconciliation")) {
            csv.append("%s,%d,%d,%d,%d,%d\n"
                    .formatted(
                            row.get("currency").asText(),
                            row.get("opening_minor").asLong(),
                            row.get("billed_minor").asLong(),
                            row.get("paid_minor").asLong(),
                            row.get("adjusted_minor").asLong(),
                            row.get("closing_minor").asLong()));
        }
        return csv.toString();
    }

    private static void check(String name, String actual) throws IOException {
        if (System.getProperty("golden.write") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name), actual);
        }
        assertThat(actual).isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }
}
