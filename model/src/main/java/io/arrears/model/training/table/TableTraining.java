package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Accounts;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Curve;
import io.arrears.model.training.evaluation.Fairness;
import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import io.arrears.model.training.evaluation.Interval;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains and cross-validates on a prepared table, and stores the report. Deterministic. */
public final class TableTraining {
    private final TableRequest request;
    private final PreparedTable table;
    private final int[] labelled;
    private final Matrix rows;
    private final double[] labels;

    private TableTraining(TableRequest request) {
        this.request = request;
        this.table = PreparedTableReader.read(request.file());
        double[] all = Labels.of(table, request.columns());
        this.labelled = IntStream.range(0, all.length)
                .filter(i -> !Double.isNaN(all[i]))
                .toArray();
        this.labels = Matrix.take(all, labelled);
        Recipe recipe = request.recipe() == null ? Recipe.NONE : Recipe.read(request.recipe());
        this.rows = TableFeatures.of(table, request.columns(), recipe).take(labelled);
    }

    /**
     * @param tables folder of the reports, {@code home/tables}; each run gets a folder by its id
     * @throws IllegalArgumentException when the table, the recipe or the request does not hold together
     */
    public static TableReport run(TableRequest request, Path tables) {
        TableTraining training = new TableTraining(request);
        CrossValidation.Predictions predictions =
                CrossValidation.run(training.rows, training.labels, training.keys(), request);
        TableReport report = training.report(predictions);
        List<Curve> curves = Curve.of(predictions.trees(), training.labels);
        new TableReportFiles(tables.resolve(report.id())).write(report, curves, training.outOfFold(predictions));
        return report;
    }

    private long[] keys() {
        return CrossValidation.keys(ids());
    }

    private @Nullable String[] ids() {
        String id = request.columns().id();
        return id == null
                ? IntStream.of(labelled).mapToObj(i -> Integer.toString(i + 1)).toArray(String[]::new)
                : pick(table.column(id));
    }

    private @Nullable String[] pick(@Nullable String[] column) {
        @Nullable String[] picked = new String[labelled.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = column[labelled[i]];
        }
        return picked;
    }

    private TableReport report(CrossValidation.Predictions predictions) {
        int[] apart = Accounts.apart(labels.length);
        Assessment trees = Assessment.withIntervals(predictions.trees(), labels, apart, request.seed());
        Map<String, double[]> intervals = new LinkedHashMap<>();
        trees.figures().forEach((name, figure) -> {
            if (Double.isFinite(figure.low())) {
                intervals.put(name, new double[] {figure.low(), figure.high()});
            }
        });
        List<GroupFigures> groups = new ArrayList<>();
        List<GroupGaps> gaps = new ArrayList<>();
        Fairness fairness = new Fairness(
                predictions.trees(), labels, apart, (long) trees.value(Assessment.POSITIVES), request.seed());
        for (String column : request.columns().audit()) {
            @Nullable String[] values = pick(table.column(column));
            groups.addAll(fairness.compare(column, values));
            gaps.add(fairness.gaps(column, values));
        }
        return new TableReport(
                id(),
                setup(),
                values(trees, Interval::value),
                intervals,
                values(Assessment.of(predictions.logistic(), labels, apart), Interval::value),
                foldAuc(predictions),
                groups,
                gaps);
    }

    private static Map<String, Double> values(Assessment assessment, ToDoubleFunction<Interval> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        assessment.figures().forEach((name, figure) -> values.put(name, value.applyAsDouble(figure)));
        return values;
    }

    private List<Double> foldAuc(CrossValidation.Predictions predictions) {
        List<Double> aucs = new ArrayList<>();
        for (int fold = 0; fold < request.folds(); fold++) {
            int wanted = fold;
            int[] in = IntStream.range(0, labels.length)
                    .filter(i -> predictions.foldOfRow()[i] == wanted)
                    .toArray();
            aucs.add(
                    in.length == 0
                            ? Double.NaN
                            : Assessment.auc(Matrix.take(predictions.trees(), in), Matrix.take(labels, in))
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
                table.rows() - labels.length,
                request.folds(),
                request.seed(),
                rows.names());
    }

    private List<String> outOfFold(CrossValidation.Predictions predictions) {
        List<String> lines = new ArrayList<>();
        lines.add("id,fold,label,probability");
        @Nullable String[] ids = ids();
        for (int i = 0; i < labels.length; i++) {
            String id = ids[i] == null ? "" : ids[i];
            String quoted = id.matches("[\\w.-]*") ? id : '"' + id.replace("\"", "\"\"") + '"';
            lines.add("%s,%d,%.0f,%s"
                    .formatted(
                            quoted,
                            predictions.foldOfRow()[i],
                            labels[i],
                            predictions.trees()[i]));
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
