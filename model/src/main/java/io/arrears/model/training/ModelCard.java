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
        CardTables tables = new CardTables(evaluation, name);
        if (tables.isOfProbabilities()) {
            new SelfChecks(manifest, evaluation).findMiscalibration(name).ifPresent(this::warning);
            probabilities(tables);
            groups(name);
            search(name);
        } else {
            new TreeMap<>(summary.metrics())
                    .forEach((metric, value) -> line("- %s: %s", metric, CardTables.number(value)));
        }
    }

    private void warning(String finding) {
        line(
                "**Not calibrated on the rows that judge.** %s. It ranks; don't take its numbers for probabilities.",
                finding);
        line("");
    }

    private void probabilities(CardTables tables) {
        table("", tables.contenders());
        line("");
        line("With 95 % intervals over accounts (AUC: DeLong; the rest: bootstrap). ECE: 15 bins of equal mass.");
        table("When only the accounts ranked highest can be worked:", tables.capacity());
        table("Parts of the book, the model alone:", tables.parts());
        table(
                "Groups that the model never sees, when %d %% of the book is selected:"
                        .formatted(GroupFairness.CAPACITY),
                tables.fairness());
        table("How far score and inputs moved between the rows learned from and the latest:", tables.stability());
    }

    private void table(String caption, List<String> lines) {
        if (!lines.isEmpty()) {
            if (!caption.isEmpty()) {
                line("");
                line("%s", caption);
                line("");
            }
            lines.forEach(row -> line("%s", row));
        }
    }

    private void search(String name) {
        List<MetricRow> tried = evaluation.metrics().stream()
                .filter(row -> row.target().equals(name) && row.slice().equals("tune"))
                .toList();
        if (!tried.isEmpty()) {
            line("");
            line("Tried, with the log loss on the rows that choose:");
            line("");
            tried.forEach(row -> line("- %s: %s", row.contender(), CardTables.number(row.value())));
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
        line("## Limits: what this model does not know");
        line("");
        line("- Probabilities hold under the contact policy of the training time; a new policy shifts them.");
        line(
                "- It knows what was on record on the as-of day: no intention, no income beyond the book's own attributes, no");
        line("  debts elsewhere, nothing said on the phone that became no event.");
        line("- It has seen one stretch of time, %s to %s: no other season, no other state of the economy.", window());
        line("- It ranks and it does not explain causes: a factor that moves a score need not move the payment.");
        line("- It says nothing of what a contact would change; that is the response model's question.");
        line(
                "- selfcure is learned from accounts that were left alone: it holds for others only as far as the decision to");
        line("  contact followed what the features tell, and the logged propensities.");
        line("- The offset of a segment moves the score and is no reason: reasons tell what the features do.");
        line("- The deployed trees are the judged ones: they did not learn from the latest rows, those of the test.");
        line(
                "- Parts marked too few (under 50 rows, or under 10 of either outcome) are not judged: don't quote the model");
        line("  for them.");
        line(
                "- Columns starting with audit_ are never features. Other features may stand in for what they hold; the table of");
        line("  groups shows what came of it, on this book and at that capacity only.");
        line("- Rank accounts with it; do not use it to grant or refuse credit.");
    }

    private Object[] window() {
        return new Object[] {manifest.origin().from(), manifest.origin().through()};
    }

    private void line(String format, Object... arguments) {
        text.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
                .append('\n');
    }
}
