package io.arrears.model.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.monitoring.DriftLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of one target as Markdown tables, a list of lines each. */
final class CardTables {
    private static final List<String> SHOWN = List.of("auc", "ks", "brier", "log_loss", "ece", "lift_10", "lift_20");
    private static final List<String> OF_PARTS =
            List.of("auc", "brier", "ece", "calibration_slope", "calibration_intercept", "lift_10");
    private static final int MOST_INPUTS = 10;

    private final List<MetricRow> rows;
    private final Map<List<String>, MetricRow> byName = new LinkedHashMap<>();

    CardTables(Evaluation evaluation, String target) {
        this.rows = evaluation.metrics().stream()
                .filter(row -> row.target().equals(target))
                .toList();
        rows.forEach(row -> byName.putIfAbsent(List.of(row.contender(), row.slice(), row.metric()), row));
    }

    boolean isOfProbabilities() {
        return find(Contenders.TREES, MetricRows.ALL, Assessment.AUC) != null;
    }

    private @Nullable MetricRow find(String contender, String slice, String metric) {
        return byName.get(List.of(contender, slice, metric));
    }

    private String cell(String contender, String slice, String metric) {
        return figure(find(contender, slice, metric));
    }

    List<String> contenders() {
        List<String> lines = new ArrayList<>();
        lines.add("| contender | rows | %s |".formatted(String.join(" | ", SHOWN)));
        lines.add("|---|---|%s".formatted("---|".repeat(SHOWN.size())));
        rows.stream()
                .filter(row ->
                        row.metric().equals(Assessment.AUC) && row.slice().equals(MetricRows.ALL))
                .forEach(row -> lines.add("| %s | %s | %s |"
                        .formatted(row.contender(), count(row.n()), cells(row.contender(), row.slice(), SHOWN))));
        return lines;
    }

    /** The model alone; the metrics of a part that is too small to judge stay out. */
    List<String> parts() {
        List<String> lines = new ArrayList<>();
        lines.add("| part | rows | events | %s |".formatted(String.join(" | ", OF_PARTS)));
        lines.add("|---|---|---|%s".formatted("---|".repeat(OF_PARTS.size())));
        slices().stream()
                .filter(slice -> find(Contenders.TREES, slice, Assessment.POSITIVES) != null)
                .forEach(slice -> {
                    MetricRow positives = byName.get(List.of(Contenders.TREES, slice, Assessment.POSITIVES));
                    boolean few = find(Contenders.TREES, slice, MetricRows.TOO_FEW) != null;
                    lines.add("| %s | %s | %s | %s |"
                            .formatted(
                                    slice,
                                    positives == null ? "" : count(positives.n()),
                                    positives == null
                                            ? ""
                                            : number(positives.value()).replace(".0000", ""),
                                    few
                                            ? "too few to judge" + " |".repeat(OF_PARTS.size() - 1)
                                            : cells(Contenders.TREES, slice, OF_PARTS)));
                });
        return lines;
    }

    List<String> capacity() {
        List<String> lines = new ArrayList<>();
        lines.add("| worked | lift | share of the cash caught |");
        lines.add("|---|---|---|");
        for (int percent : Assessment.CAPACITIES) {
            lines.add("| %d %% | %s | %s |"
                    .formatted(
                            percent,
                            cell(Contenders.TREES, MetricRows.ALL, "lift_" + percent),
                            cell(Contenders.TREES, MetricRows.ALL, "cash_" + percent)));
        }
        return lines;
    }

    /** Empty without audit columns. */
    List<String> fairness() {
        String at = "_" + GroupFairness.CAPACITY;
        List<String> of = List.of(
                "observed",
                "predicted",
                "calibration_gap",
                "selected" + at,
                "true_positive_rate" + at,
                "false_positive_rate" + at,
                "impact_ratio" + at);
        List<String> between = List.of(
                "",
                "",
                "calibration_gap",
                "selection_gap" + at,
                "true_positive_gap" + at,
                "false_positive_gap" + at,
                "impact_ratio" + at);
        List<String> lines = new ArrayList<>();
        for (String slice : slices()) {
            if (slice.startsWith("audit_")) {
                boolean few = find(Contenders.TREES, slice, MetricRows.TOO_FEW) != null;
                long n = rows.stream()
                        .filter(row -> row.slice().equals(slice))
                        .mapToLong(MetricRow::n)
                        .max()
                        .orElse(0);
                String cells = few
                        ? "too few to judge" + " |".repeat(of.size() - 1)
                        : cells(Contenders.TREES, slice, slice.contains("=") ? of : between);
                lines.add("| %s | %s | %s |".formatted(slice, count(n), cells));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(
                    0,
                    "| group, or all groups of a column | rows | observed | predicted | observed less predicted, or worst |"
                            + " selected, or gap | true positive, or gap | false positive, or gap | impact ratio |");
            lines.add(1, "|---|---|---|---|---|---|---|---|---|");
        }
        return lines;
    }

    /** The score, and the inputs that have moved farthest. */
    List<String> stability() {
        List<String> lines = new ArrayList<>();
        lines.add("| of | PSI | by chance | missing then | missing now | level |");
        lines.add("|---|---|---|---|---|---|");
        rows.stream()
                .filter(row -> row.metric().equals("psi"))
                .sorted(Comparator.<MetricRow>comparingInt(row -> row.slice().equals(Stability.SCORE) ? 0 : 1)
                        .thenComparingDouble(row -> -row.value()))
                .limit(1 + MOST_INPUTS)
                .forEach(row -> {
                    MetricRow noise = find(row.contender(), row.slice(), "psi_by_chance");
                    lines.add("| %s | %s | %s | %s | %s |"
                            .formatted(
                                    row.slice().replace(Stability.INPUT, ""),
                                    cells(row.contender(), row.slice(), List.of("psi", "psi_by_chance")),
                                    cell(row.contender(), row.slice(), "missing_before"),
                                    cell(row.contender(), row.slice(), "missing_now"),
                                    DriftLevel.of(row.value(), noise == null ? 0 : noise.value())
                                            .name()
                                            .toLowerCase(Locale.ROOT)));
                });
        return lines;
    }

    private Set<String> slices() {
        Set<String> slices = new LinkedHashSet<>();
        rows.stream()
                .filter(row ->
                        row.contender().equals(Contenders.TREES) && !row.slice().equals(MetricRows.ALL))
                .forEach(row -> slices.add(row.slice()));
        return slices;
    }

    private String cells(String contender, String slice, List<String> metrics) {
        return String.join(
                " | ",
                metrics.stream().map(metric -> cell(contender, slice, metric)).toList());
    }

    private static String figure(@Nullable MetricRow row) {
        if (row == null) {
            return "–";
        }
        return Double.isFinite(row.low())
                ? "%s (%s to %s)".formatted(number(row.value()), number(row.low()), number(row.high()))
                : number(row.value());
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.4f", value);
    }
}
