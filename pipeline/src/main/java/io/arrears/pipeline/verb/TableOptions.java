package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.model.training.table.TableColumns;
import io.arrears.model.training.table.TableRequest;
import io.arrears.model.training.table.TableTraining;
import io.arrears.model.training.table.WrongTable;
import io.arrears.pipeline.ingest.InputRejected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code train --table}. */
final class TableOptions {
    @Option(
            names = "--table",
            required = true,
            paramLabel = "FILE",
            description = "CSV file (UTF-8, with a header) or Parquet")
    private Path file = Path.of("table.csv");

    @Option(names = "--label", required = true, paramLabel = "COL", description = "column to predict")
    private String label = "";

    @Option(
            names = "--positive",
            paramLabel = "VALUE",
            description = "label value that counts as 1 (default: 1; needed when there are more than two)")
    private @Nullable String positive;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "column that decides the fold; rows of one id stay together")
    private @Nullable String id;

    @Option(names = "--exclude", split = ",", paramLabel = "COL", description = "columns to leave out")
    private List<String> exclude = List.of();

    @Option(
            names = "--audit",
            split = ",",
            paramLabel = "COL",
            description = "columns for the fairness table, never features")
    private List<String> audit = List.of();

    @Option(names = "--recipe", paramLabel = "FILE", description = "file of derived columns")
    private @Nullable Path recipe;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", description = "folds (default: 5)")
    private int folds;

    Result run(Home home, long seed, Progress progress) throws Exception {
        Path reports = home.root().resolve("tables");
        TableTraining training = progress.step("reading the table", () -> checked(seed));
        return TableLines.of(progress.step("cross-validating", () -> training.run(reports)), reports);
    }

    private TableTraining checked(long seed) {
        requireFile("--table", file);
        if (recipe != null) {
            requireFile("--recipe", recipe);
        }
        try {
            return TableTraining.of(
                    new TableRequest(file, new TableColumns(label, positive, id, exclude, audit), recipe, folds, seed));
        } catch (WrongTable e) {
            throw InputRejected.because(List.of(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireFile(String option, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new WrongUsage("%s %s is not a file: give the path of one".formatted(option, path));
        }
    }
}
