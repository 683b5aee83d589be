package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code train --table}. */
final class TableOptions {
    @Option(names = "--table", required = true, paramLabel = "FILE", description = "CSV file with a header")
    private Path file = Path.of("table.csv");

    @Option(names = "--label", required = true, paramLabel = "COL", description = "column to predict")
    private String label = "";

    @Option(names = "--positive", paramLabel = "VALUE", description = "label value that counts as 1 (default: 1)")
    private @Nullable String positive;

    @Option(names = "--id", paramLabel = "COL", description = "column that names a row and decides its fold")
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
        throw new WrongUsage("not yet");
    }
}
