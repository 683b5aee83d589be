package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import io.arrears.model.training.table.TableColumns;
import io.arrears.model.training.table.TableReport;
import io.arrears.model.training.table.TableRequest;
import io.arrears.model.training.table.TableTraining;
import java.nio.file.Files;
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
        TableRequest request = request(seed);
        Path reports = home.root().resolve("tables");
        return describe(progress.step("cross-validating", () -> TableTraining.run(request, reports)), reports);
    }

    private TableRequest request(long seed) {
        requireFile("--table", file);
        if (recipe != null) {
            requireFile("--recipe", recipe);
        }
        try {
            return new TableRequest(file, new TableColumns(label, positive, id, exclude, audit), recipe, folds, seed);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireFile(String option, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new WrongUsage("%s %s is not a file: give the path of one".formatted(option, path));
        }
    }

    private static Result describe(TableReport report, Path reports) {
        Result result = new Result()
                .line(
                        "%,d rows, %d features, %d folds: pooled out-of-fold figures of the trees (logistic beside)",
                        report.setup().rows(),
                        report.setup().features().size(),
                        report.setup().folds())
                .field("report_id", report.id())
                .field("rows", report.setup().rows())
                .field("folds", report.setup().folds())
                .field("seed", report.setup().seed());
        report.figures().forEach((name, value) -> {
            double[] interval = report.intervals().get(name);
            result.field(name, Double.isNaN(value) ? null : value)
                    .line(
                            "  %-22s %8.4f%s   (%.4f)",
                            name,
                            value,
                            interval == null ? "" : " [%.4f, %.4f]".formatted(interval[0], interval[1]),
                            report.logistic().getOrDefault(name, Double.NaN));
        });
        for (GroupFigures group : report.fairness()) {
            result.line(
                    "  audit %-12s %-10s %,7d rows  observed %.3f  predicted %.3f  selected %.3f  impact ratio %.2f",
                    group.column(),
                    group.group(),
                    group.rows(),
                    group.rates().observed(),
                    group.rates().predicted(),
                    group.rates().selected(),
                    group.impactRatio());
        }
        for (GroupGaps gaps : report.gaps()) {
            result.line(
                    "  audit %-12s gaps: selected %.3f  true positives %.3f  false positives %.3f  calibration %.3f"
                            + "  adverse-impact ratio %.2f [%.2f, %.2f]",
                    gaps.column(),
                    gaps.selection().value(),
                    gaps.truePositive().value(),
                    gaps.falsePositive().value(),
                    gaps.calibration().value(),
                    gaps.impactRatio().value(),
                    gaps.impactRatio().low(),
                    gaps.impactRatio().high());
        }
        return result.field("intervals", report.intervals())
                .field("logistic", report.logistic())
                .field("fairness", report.fairness())
                .field("gaps", report.gaps())
                .line("  report: %s", reports.resolve(report.id()));
    }
}
