package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Curve;
import io.arrears.model.training.evaluation.Fairness;
import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import io.arrears.model.training.learner.Matrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains and cross-validates on a prepared table, and stores the report. Deterministic. */
public final class TableTraining {
    private final TableRequest request;
    private final PreparedTable table;
    private final int[] labelled;
    private final String[] ids;
    private final Folds folds;
    private final Matrix rows;
    private final double[] labels;
    private final List<String> unused;

    private TableTraining(TableRequest request) {
        this.request = request;
        this.table = PreparedTableReader.read(request.file());
        double[] all = Labels.of(table, request.columns());
        this.labelled = IntStream.range(0, all.length)
                .filter(i -> !Double.isNaN(all[i]))
                .toArray();
        this.labels = Matrix.take(all, labelled);
        Recipe recipe = request.recipe() == null ? Recipe.NONE : Recipe.read(request.recipe());
        TableFeatures features = TableFeatures.of(table, request.columns(), recipe);
        this.rows = features.matrix().take(labelled);
        this.unused = features.unused();
        this.ids = RowIds.of(table, request.columns(), labelled);
        this.folds = Folds.of(ids, request.folds());
        folds.requireBothOutcomes(labels);
    }

    /**
     * Reads and checks, without training.
     *
     * @throws WrongTable when the table cannot be trained on
     * @throws IllegalArgumentException when the request or the recipe does not fit the table
     */
    public static TableTraining of(TableRequest request) {
        return new TableTraining(request);
    }

    /** @param tables folder of the reports, {@code home/tables}; each run gets a folder by its id */
    public TableReport run(Path tables) {
        CrossValidation.Predictions predictions = CrossValidation.run(rows, labels, folds, request.seed());
        TableReport report = report(predictions);
        List<Curve> curves = Curve.of(predictions.model(), labels);
        new TableReportFiles(tables.resolve(report.id())).write(report, curves, outOfFold(predictions));
        return report;
    }

    private @Nullable String[] pick(@Nullable String[] column) {
        @Nullable String[] picked = new String[labelled.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = column[labelled[i]];
        }
        return picked;
    }

    private TableReport report(CrossValidation.Predictions predictions) {
        Contest contest = new Contest(predictions, labels, folds.ids(), request.seed());
        Assessment model = contest.model();
        List<Contender> contenders = contest.contenders();
        List<GroupFigures> groups = new ArrayList<>();
        List<GroupGaps> gaps = new ArrayList<>();
        Fairness fairness = new Fairness(
                predictions.model(), labels, folds.ids(), (long) model.value(Assessment.POSITIVES), request.seed());
        for (String column : request.columns().audit()) {
            @Nullable String[] values = pick(table.column(column));
            groups.addAll(fairness.compare(column, values));
            gaps.add(fairness.gaps(column, values));
        }
        return new TableReport(
                id(),
                setup(),
                Contest.values(model),
                Contest.intervals(model),
                contenders.get(0).figures(),
                contenders,
                foldAuc(predictions),
                predictions.shares(),
                groups,
                gaps);
    }

    private List<Double> foldAuc(CrossValidation.Predictions predictions) {
        List<Double> aucs = new ArrayList<>();
        for (int fold = 0; fold < request.folds(); fold++) {
            int[] in = folds.in(fold);
            aucs.add(
                    in.length == 0
                            ? Double.NaN
                            : Assessment.auc(Matrix.take(predictions.model(), in), Matrix.take(labels, in))
                                    .value());
        }
        return aucs;
    }

    private TableReport.Setup setup() {
        return new TableReport.Setup(
                request.file().getFileName().toString(),
                hash(List.of(read(request.file()))),
                request.columns().label(),
                labels.length,
                folds.distinctIds(),
                table.rows() - labels.length,
                request.folds(),
                request.seed(),
                rows.names(),
                unused);
    }

    private List<String> outOfFold(CrossValidation.Predictions predictions) {
        List<String> lines = new ArrayList<>();
        lines.add("id,fold,label,probability");
        for (int i = 0; i < labels.length; i++) {
            String id = ids[i];
            String quoted = id.matches("[\\w.-]*") ? id : '"' + id.replace("\"", "\"\"") + '"';
            lines.add("%s,%d,%.0f,%s"
                    .formatted(quoted, folds.ofRow()[i], labels[i], predictions.model()[i]));
        }
        return lines;
    }

    private String id() {
        byte[] recipe = request.recipe() == null ? new byte[0] : read(request.recipe());
        String rest = "%s %d %d".formatted(request.columns(), request.folds(), request.seed());
        return hash(List.of(read(request.file()), recipe, rest.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 12);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(List<byte[]> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
