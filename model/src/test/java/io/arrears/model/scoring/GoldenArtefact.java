package io.arrears.model.scoring;

import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Writes the golden artefacts of the current format version, once, when the version changes: {@code java -cp <test class
 * path> io.arrears.model.scoring.GoldenArtefact src/test/resources/artefacts/v2}. What stands there is never written
 * again.
 */
final class GoldenArtefact {
    static final FeatureSchema SCHEMA = TestTrees.schema(6);
    static final String ANSWERS = "answers.csv";
    /** Scored as one of this group, of which format version 1 knows nothing. */
    private static final ScoringGroup GROUP =
            ScoringGroup.of(Currency.getInstance("EUR"), ReceivableType.UTILITY, "north");

    private static final int ROWS = 40;

    private GoldenArtefact() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " is there already: golden artefacts are kept for ever");
        }
        register(
                folder,
                "20240101-aaaaaa",
                List.of(
                        new TargetModel(
                                Target.PAY30,
                                TestTrees.ensemble(11, 20, 5, 6),
                                new Calibration.Isotonic(
                                        new double[] {-2, -0.5, 0, 1.5}, new double[] {0.05, 0.2, 0.4, 0.9}),
                                new GroupCalibrations(
                                        new TreeMap<>(Map.of("utility", new Calibration.Platt(0.8, 0.3))),
                                        new TreeMap<>(Map.of("utility", 0.2, "utility/north", -0.15)))),
                        new TargetModel(Target.CASH30, TestTrees.ensemble(12, 10, 3, 6), new Calibration.Identity()),
                        new TargetModel(
                                Target.ROLL90, TestTrees.ensemble(13, 10, 9, 6), new Calibration.Beta(0.9, 1.2, 0.1))));
        register(
                folder,
                "20240101-bbbbbb",
                List.of(new TargetModel(
                        Target.PAY30, TestTrees.ensemble(14, 30, 6, 6), new Calibration.Platt(1.1, -0.2))));
        List<String> lines = new ArrayList<>(List.of("model,row,pay_margin,pay,cash,roll,contributions"));
        for (String id : List.of("20240101-aaaaaa", "20240101-bbbbbb")) {
            Scorer scorer = new ModelRegistry(folder).load(id);
            SplittableRandom random = new SplittableRandom(15);
            for (int i = 0; i < ROWS; i++) {
                lines.add(answer(scorer, TestTrees.row(random, 6)));
            }
        }
        Files.write(folder.resolve(ANSWERS), lines);
    }

    private static void register(Path folder, String id, List<TargetModel> models) {
        ModelManifest.Origin origin = new ModelManifest.Origin(
                "golden", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1), 10, 42, "golden", Map.of(), Map.of());
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, ModelManifest.TargetSummary> targets = new TreeMap<>();
        for (TargetModel model : models) {
            String code = model.target().code();
            files.put(TreesFile.name(code), TreesFile.write(model, SCHEMA.fingerprint()));
            targets.put(
                    code,
                    new ModelManifest.TargetSummary(
                            6,
                            2,
                            2,
                            model.trees().treeCount(),
                            model.calibration().method(),
                            30,
                            Map.of("auc", 0.7),
                            ""));
        }
        ModelManifest manifest = new ModelManifest(
                id,
                Instant.parse("2024-02-01T00:00:00Z"),
                origin,
                SCHEMA.fingerprint(),
                SCHEMA.features(),
                new AttributeCatalogue(List.of(), List.of()),
                targets,
                Map.of());
        MetricRow metric = new MetricRow("pay30", "trees", "all", "auc", 0.7, 0.6, 0.8, 6);
        new ModelRegistry(folder)
                .register(manifest, new Evaluation(List.of(metric), List.of()), "# Golden artefact\n", files);
    }

    /** One line of the answers: values of a list are joined by spaces. */
    static String answer(Scorer scorer, float[] row) {
        FlatEnsemble pay = scorer.find(Target.PAY30).orElseThrow().trees();
        Scores scores = scorer.score(FeatureVector.of(SCHEMA, row), GROUP);
        List<String> values = new ArrayList<>();
        for (float value : row) {
            values.add(Float.toString(value));
        }
        List<String> contributions = new ArrayList<>();
        for (double value : new TreeShap(pay).contributions(row)) {
            contributions.add(Double.toString(value));
        }
        double cash = scorer.find(Target.CASH30)
                .map(model -> model.trees().margin(row))
                .orElse(Double.NaN);
        return "%s,%s,%s,%s,%s,%s,%s"
                .formatted(
                        scorer.modelId(),
                        String.join(" ", values),
                        pay.margin(row),
                        scores.payProbability30d(),
                        cash,
                        scores.rollProbability(),
                        String.join(" ", contributions));
    }
}
