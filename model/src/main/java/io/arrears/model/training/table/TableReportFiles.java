package io.arrears.model.training.table;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrears.model.training.evaluation.Curve;
import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import io.arrears.model.training.evaluation.Interval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code report.json}, {@code report.md}, {@code curves.json} and {@code out-of-fold.csv} of one run. */
final class TableReportFiles {
    /** Of {@code report.json}; 2 has gaps and calibration of groups, 3 has contenders, ids and unused columns, 4 shares of trees. */
    private static final int FORMAT = 4;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    TableReportFiles(Path folder) {
        this.folder = folder;
    }

    void write(TableReport report, List<Curve> curves, List<String> outOfFold) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("out-of-fold.csv"), outOfFold);
            Files.write(folder.resolve("curves.json"), JSON.writeValueAsBytes(curves));
            Files.writeString(folder.resolve("report.md"), markdown(report));
            ObjectNode stored = JSON.createObjectNode().put("format", FORMAT);
            stored.setAll((ObjectNode) JSON.valueToTree(report));
            Files.write(
                    folder.resolve("report.json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(stored));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report to " + folder, e);
        }
    }

    private static String markdown(TableReport report) {
        StringBuilder text = new StringBuilder();
        TableReport.Setup setup = report.setup();
        text.append("# %s on %s\n\n".formatted(setup.label(), setup.file()));
        text.append("%,d rows of %,d ids, %d features, %d folds, seed %d. Out-of-fold; 95 %% intervals.\n\n"
                .formatted(setup.rows(), setup.ids(), setup.features().size(), setup.folds(), setup.seed()));
        contenders(report, text);
        if (!setup.unused().isEmpty()) {
            text.append("\nNot used, nothing to learn from: %s.\n".formatted(String.join("; ", setup.unused())));
        }
        if (!report.fairness().isEmpty()) {
            fairness(report, text);
        }
        return text.toString();
    }

    private static void contenders(TableReport report, StringBuilder text) {
        text.append("| figure | model |");
        report.contenders().forEach(contender -> text.append(" %s |".formatted(contender.name())));
        text.append("\n|---|---|")
                .append("---|".repeat(report.contenders().size()))
                .append('\n');
        report.figures().forEach((name, value) -> {
            text.append("| %s | %s |".formatted(name, ranged(name, report.figures(), report.intervals())));
            report.contenders()
                    .forEach(contender ->
                            text.append(" %s |".formatted(ranged(name, contender.figures(), contender.intervals()))));
            text.append('\n');
        });
        text.append("| log loss saved by the model, paired | |");
        report.contenders().forEach(contender -> text.append(" %s |".formatted(number(contender.lossSaved()))));
        text.append("\n\n- model: trees and scorecard blended, the trees' share chosen outside each fold: %s\n"
                .formatted(shares(report)));
        report.contenders()
                .forEach(contender -> text.append("- %s: %s\n".formatted(contender.name(), contender.meaning())));
    }

    private static String shares(TableReport report) {
        return report.treeShares().stream()
                .map(share -> "%.1f".formatted(share))
                .collect(Collectors.joining(", "));
    }

    private static String ranged(String name, Map<String, Double> figures, Map<String, double[]> intervals) {
        double[] ends = intervals.getOrDefault(name, new double[] {Double.NaN, Double.NaN});
        return number(new Interval(figures.getOrDefault(name, Double.NaN), ends[0], ends[1]));
    }

    private static void fairness(TableReport report, StringBuilder text) {
        text.append(
                "\n## Groups\n\nNever features. Selected: as many rows, predicted highest, as there are positives.\n");
        text.append("\n| column | group | rows | observed | predicted | selected | true positive | false positive |"
                + " impact ratio | observed less predicted |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (GroupFigures group : report.fairness()) {
            text.append("| %s | %s | %,d | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            group.column(),
                            group.group(),
                            group.rows(),
                            number(group.rates().observed()),
                            number(group.rates().predicted()),
                            number(group.rates().selected()),
                            number(group.truePositiveRate()),
                            number(group.falsePositiveRate()),
                            number(group.impactRatio()),
                            number(group.calibration())));
        }
        text.append("\n| column | selection gap | true positive gap | false positive gap | worst calibration gap |"
                + " adverse-impact ratio |\n|---|---|---|---|---|---|\n");
        for (GroupGaps gaps : report.gaps()) {
            text.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            gaps.column(),
                            number(gaps.selection()),
                            number(gaps.truePositive()),
                            number(gaps.falsePositive()),
                            number(gaps.calibration()),
                            number(gaps.impactRatio())));
        }
        text.append("\nGroups of fewer than 50 rows are counted and not judged. 95 % intervals.\n");
    }

    private static String number(Interval interval) {
        return Double.isNaN(interval.low())
                ? number(interval.value())
                : "%s (%s to %s)".formatted(number(interval.value()), number(interval.low()), number(interval.high()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }
}
