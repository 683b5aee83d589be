package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road on a real payment history, where it is present. */
class SuperlenderIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DATA =
            ROOT.resolve("../shared/data/superlender_loans").normalize();
    private static final String AS_OF = "2017-06-01";

    @TempDir
    private Path folder;

    @Test
    void loans_and_repayments_become_scores_a_plan_and_a_mart() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "superlender_loans is not on this machine: skipped");
        Path home = folder.resolve("home");
        Verbs.Answer run = Verbs.run(
                "run",
                "--home",
                home,
                "--source",
                DATA,
                "--mapping",
                ROOT.resolve("data-samples/mappings/superlender.yaml"),
                "--as-of",
                AS_OF);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("time-split evaluation")
                .contains("mean_days_late")
                .contains(" 0 rejected");
        assertThat(home.resolve("mart/CURRENT")).exists();
        Path out = folder.resolve("scores.csv");
        assertThat(Verbs.run("export", "scores", "--home", home, "--as-of", AS_OF, "--out", out)
                        .exitCode())
                .isZero();
        List<Map<String, String>> scores = Verbs.csv(out);
        assertThat(scores).as("open loans counted from the source files").hasSize(1724);
        assertThat(scores.stream().map(row -> row.get("pay_probability_30d")).distinct())
                .hasSizeGreaterThan(50);
    }
}
