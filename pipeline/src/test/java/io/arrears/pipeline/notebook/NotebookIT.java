package io.arrears.pipeline.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each notebook, executed headless on a small run; what it showed stays under {@code target/notebooks}. */
class NotebookIT {
    private static final Path NOTEBOOKS = Path.of("..", "notebooks");
    private static final Path OUT = Path.of("target", "notebooks");
    private static final Path KERNEL = Path.of("target", "notebook-kernel", "rapaio-jupyter-kernel.jar");

    @Test
    void firstLookShowsBookCalibrationLiftAndTruth(@TempDir Path temp) throws Exception {
        Optional<Path> command = Jupyter.findCommand();
        assumeTrue(
                command.isPresent(),
                "00-first-look not executed: no jupyter on the PATH (apt-get install jupyter-nbconvert)");
        Jupyter jupyter = Jupyter.install(command.orElseThrow(), KERNEL, temp.resolve("jupyter"));
        SampleRun run = SampleRun.make(temp.resolve("home"));

        ExecutedNotebook shown = jupyter.execute(NOTEBOOKS.resolve("00-first-look.ipynb"), OUT, environment(run));
        shown.keepPictures(OUT, "00-first-look");

        assertThat(shown.printed())
                .contains("%,d open".formatted(run.openAccounts()))
                .containsPattern("best-ranked 10 % of accounts hold [1-9][\\d.]+ % of the payers");
        assertThat(shown.pictures()).hasSize(4);
        assertThat(shown.picture("Where does the open balance stand?").marks("rect"))
                .as("bars of 14 month ends and of today")
                .isGreaterThan(15);
        assertThat(shown.picture("Do as many pay as predicted?").marks("circle"))
                .as("groups of calibration")
                .isGreaterThan(5);
        assertThat(shown.picture("Which share of payers does a contact budget find?")
                        .marks("polyline"))
                .as("random, perfect, trees and logistic at least")
                .isGreaterThanOrEqualTo(4);
        assertThat(shown.picture("Is the score between the truths?").marks("circle"))
                .as("tenths of accounts, and the legend")
                .isEqualTo(11);
    }

    private static Map<String, String> environment(SampleRun run) throws Exception {
        URI driver = DuckDBDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Map.of(
                "ARREARS_HOME", run.home().toString(),
                "ARREARS_EXPORTS", run.home().resolve("exports").toString(),
                "ARREARS_SAMPLE", run.home().resolve("sample").toString(),
                "ARREARS_DUCKDB_JAR", Path.of(driver).toString());
    }
}
