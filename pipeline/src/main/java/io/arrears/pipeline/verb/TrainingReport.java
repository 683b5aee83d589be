package io.arrears.pipeline.verb;

import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.pipeline.training.TrainedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evaluation of a new candidate as a table: one line per target and contender, on the test slice. */
final class TrainingReport {
    private static final List<String> METRICS = List.of("auc", "ks", "brier", "log_loss", "ece", "lift_10");

    private TrainingReport() {}

    static Result of(TrainedModel model) {
        ModelManifest manifest = model.manifest();
        Result result = new Result()
                .line(
                        "Candidate %s: %,d rows, as-of dates %s to %s",
                        manifest.id(),
                        manifest.origin().rows(),
                        manifest.origin().from(),
                        manifest.origin().through())
                .field("model_id", manifest.id())
                .field("targets", manifest.targets())
                .field("skipped", manifest.skipped())
                .field("response_rows", model.response().model().coefficients().rows())
                .field("response", model.response().evaluation());
        lines(model).forEach(result::line);
        manifest.skipped().forEach((target, why) -> result.line("  %s was not trained: %s", target, why));
        ResponseLines.of(model.response()).forEach(result::line);
        return result.field(
                "metrics",
                model.evaluation().metrics().stream()
                        .filter(row -> row.slice().equals("all"))
                        .toList());
    }

    private static List<String> lines(TrainedModel model) {
        Map<String, Map<String, MetricRow>> byContender = new LinkedHashMap<>();
        for (MetricRow row : model.evaluation().metrics()) {
            if (row.slice().equals("all") && METRICS.contains(row.metric())) {
                byContender
                        .computeIfAbsent(
                                "%-7s %-18s".formatted(row.target(), row.contender()), key -> new LinkedHashMap<>())
                        .put(row.metric(), row);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("  time-split evaluation   "
                + String.join("", METRICS.stream().map("%-24s"::formatted).toList()));
        byContender.forEach((contender, row) -> {
            StringBuilder line = new StringBuilder("  ").append(contender);
            METRICS.forEach(metric -> line.append("%-24s".formatted(figure(row.get(metric)))));
            lines.add(line.toString().stripTrailing());
        });
        return lines;
    }

    private static String figure(@Nullable MetricRow row) {
        if (row == null || Double.isNaN(row.value())) {
            return "-";
        }
        return Double.isNaN(row.low())
                ? "%.4f".formatted(row.value())
                : "%.4f [%.4f, %.4f]".formatted(row.value(), row.low(), row.high());
    }
}
