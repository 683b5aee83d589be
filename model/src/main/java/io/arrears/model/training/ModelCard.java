package io.arrears.model.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The model card, Markdown: what the model is, how good on later rows, against what, and where it must not be used. */
final class ModelCard {
    private static final List<String> SHOWN = List.of("auc", "ks", "brier", "log_loss", "ece", "lift_10", "lift_20");

    private final StringBuilder text = new StringBuilder();
    private final ModelManifest manifest;
    private final Evaluation evaluation;

    private ModelCard(ModelManifest manifest, Evaluation evaluation) {
        this.manifest = manifest;
        this.evaluation = evaluation;
    }

    static String write(ModelManifest manifest, Evaluation evaluation) {
        ModelCard card = new ModelCard(manifest, evaluation);
        card.head();
        new TreeMap<>(manifest.targets()).forEach(card::target);
        card.skipped();
        card.limits();
        return card.text.toString();
    }

    private void head() {
        ModelManifest.Origin origin = manifest.origin();
        line("# Model %s", manifest.id());
        line("");
        line(
                "Trained %s on %,d rows as of %s to %s; seed %d; code %s; schema %s (%d features); rows %.12s.",
                manifest.createdAt(),
                origin.rows(),
                origin.from(),
                origin.through(),
                origin.seed(),
                origin.codeRevision(),
                manifest.schemaFingerprint(),
                manifest.features().size(),
                origin.dataHash());
        line("Gradient-boosted trees (%s).", new TreeMap<>(origin.libraries()));
    }

    private void target(String name, ModelManifest.TargetSummary summary) {
        line("");
        line("## %s", name);
        line("");
        line(
                "%,d rows to learn from, %,d later ones to choose settings and calibration, %,d latest to judge; %d rounds;"
                        + " calibration: %s; %s: %d days.",
                summary.trainRows(),
                summary.tuneRows(),
                summary.testRows(),
                summary.rounds(),
                summary.calibration(),
                name.equals(Target.KEPT.code()) ? "grace" : "horizon",
                summary.horizonDays());
        line("Chosen: %s.", manifest.origin().settings().getOrDefault(name, "not recorded"));
        if (!summary.note().isEmpty()) {
            line("");
            line("**Note.** %s", summary.note());
        }
        line("");
        if (evaluation.metrics().stream()
                .anyMatch(row -> row.target().equals(name) && row.metric().equals("auc"))) {
            probabilities(name);
            groups(name);
            search(name);
        } else {
            new TreeMap<>(summary.metrics()).forEach((metric, value) -> line("- %s: %s", metric, number(value)));
        }
    }

    private void probabilities(String name) {
        line("| contender | slice | rows | %s |", String.join(" | ", SHOWN));
        line("|---|---|---|%s", "---|".repeat(SHOWN.size()));
        evaluation.metrics().stream()
                .filter(row -> row.target().equals(name) && row.metric().equals("auc"))
                .forEach(row -> line("| %s | %s | %,d | %s |", row.contender(), row.slice(), row.n(), figures(row)));
        line("");
        line("AUC with its 95 %% interval (DeLong). ECE: 15 bins of equal mass.");
    }

    private void search(String name) {
        List<MetricRow> tried = evaluation.metrics().stream()
                .filter(row -> row.target().equals(name) && row.slice().equals("tune"))
                .toList();
        if (!tried.isEmpty()) {
            line("");
            line("Tried, with the log loss on the rows that choose:");
            line("");
            tried.forEach(row -> line("- %s: %s", row.contender(), number(row.value())));
        }
    }

    private void groups(String name) {
        Map<String, Map<String, MetricRow>> groups = new TreeMap<>();
        evaluation.metrics().stream()
                .filter(row -> row.target().equals(name) && row.contender().equals(Contenders.SHRINKAGE))
                .forEach(row -> groups.computeIfAbsent(row.slice(), slice -> new TreeMap<>())
                        .put(row.metric(), row));
        if (groups.isEmpty()) {
            return;
        }
        line("");
        line(
                "How groups depart from the book, on the log-odds: what their rows say, and what is believed of it given how");
        line(
                "far groups differ at all (empirical Bayes; the error counts an account's rows as one piece of evidence).");
        line("");
        line("| group | rows | accounts | events | raw offset | error | spread of groups | believed offset |");
        line("|---|---|---|---|---|---|---|---|");
        groups.forEach(
                (slice, figures) -> line("| %s | %s |", slice.substring(slice.indexOf('=') + 1), evidence(figures)));
    }

    private static String evidence(Map<String, MetricRow> figures) {
        long rows = figures.values().stream().mapToLong(MetricRow::n).max().orElse(0);
        List<String> cells = new ArrayList<>(List.of(String.format(Locale.ROOT, "%,d", rows)));
        for (String whole : List.of("accounts", "events")) {
            cells.add(String.format(Locale.ROOT, "%,.0f", value(figures.get(whole))));
        }
        for (String figure : List.of("raw_offset", "error", "prior_deviation", "offset")) {
            cells.add(String.format(Locale.ROOT, "%.3f", value(figures.get(figure))));
        }
        return String.join(" | ", cells);
    }

    private static double value(@Nullable MetricRow row) {
        return row == null ? Double.NaN : row.value();
    }

    private String figures(MetricRow of) {
        return String.join(
                " | ",
                SHOWN.stream()
                        .map(metric -> evaluation.metrics().stream()
                                .filter(row -> row.target().equals(of.target())
                                        && row.contender().equals(of.contender())
                                        && row.slice().equals(of.slice())
                                        && row.metric().equals(metric))
                                .map(ModelCard::figure)
                                .findFirst()
                                .orElse("–"))
                        .toList());
    }

    private static String figure(MetricRow row) {
        boolean interval = row.metric().equals("auc") && Double.isFinite(row.low());
        return interval
                ? "%s (%s–%s)".formatted(number(row.value()), number(row.low()), number(row.high()))
                : number(row.value());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.4f", value);
    }

    private void skipped() {
        if (!manifest.skipped().isEmpty()) {
            line("");
            line("## Not trained");
            line("");
            new TreeMap<>(manifest.skipped()).forEach((target, why) -> line("- %s: %s", target, why));
        }
    }

    private void limits() {
        line("");
        line("## Limits");
        line("");
        line("- Probabilities hold under the contact policy of the training time; a new policy shifts them.");
        line(
                "- selfcure is learned from accounts that were left alone: it holds for others only as far as the decision to");
        line("  contact followed what the features tell, and the logged propensities.");
        line("- The offset of a segment moves the score and is no reason: reasons tell what the features do.");
        line("- The deployed trees are the judged ones: they did not learn from the latest rows, those of the test.");
        line("- Columns starting with audit_ are never features. Other features may stand in for what they hold.");
        line("- Rank accounts with it; do not use it to grant or refuse credit.");
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
