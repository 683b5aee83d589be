package io.arrears.model.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

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
                "%,d rows to learn from, %,d later ones to choose rounds and calibration, %,d latest to judge; %d rounds;"
                        + " calibration: %s.",
                summary.trainRows(), summary.tuneRows(), summary.testRows(), summary.rounds(), summary.calibration());
        if (!summary.note().isEmpty()) {
            line("");
            line("**Note.** %s", summary.note());
        }
        line("");
        if (evaluation.metrics().stream()
                .anyMatch(row -> row.target().equals(name) && row.metric().equals("auc"))) {
            probabilities(name);
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
        line("- The deployed trees are the judged ones: they did not learn from the latest rows, those of the test.");
        line("- Columns starting with audit_ are never features. Other features may stand in for what they hold.");
        line("- Rank accounts with it; do not use it to grant or refuse credit.");
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
