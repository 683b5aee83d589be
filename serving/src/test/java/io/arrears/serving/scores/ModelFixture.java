package io.arrears.serving.scores;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.scoring.TreeNode;
import io.arrears.model.scoring.TreesFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Hand-made models of a few trees over the real features. */
public final class ModelFixture {
    public static final String FIRST = "20260501-aaaaaa";
    public static final String SECOND = "20260601-bbbbbb";

    private ModelFixture() {}

    /** Registers two models and promotes the first. */
    public static void register(Home home) {
        ModelRegistry registry = new ModelRegistry(home.models());
        register(registry, FIRST, 1.5f);
        register(registry, SECOND, 0.5f);
        registry.promote(FIRST);
        registry.keep(verdict(SECOND, true));
    }

    /** What the gate says of a model against the first. */
    public static GateVerdict verdict(String id, boolean passed) {
        return new GateVerdict(
                id,
                FIRST,
                Instant.parse("2026-05-01T03:10:00Z"),
                List.of(
                        new GateCheck("calibrated", true, "pay30: ECE 0.012, at most 0.03 wanted"),
                        new GateCheck("not_worse", passed, "log loss less the champion's, per row: +0.0004")));
    }

    private static void register(ModelRegistry registry, String id, float steep) {
        FeatureSchema schema = FeatureBuilder.of(AttributeCatalogue.EMPTY).schema();
        ModelManifest manifest = new ModelManifest(
                id,
                Instant.parse("2026-05-01T03:00:00Z"),
                new ModelManifest.Origin(
                        "0".repeat(64),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2026, 3, 1),
                        4_200,
                        42,
                        "fixture",
                        Map.of("rounds", "3"),
                        Map.of("tribuo", "4.3.2")),
                schema.fingerprint(),
                schema.features(),
                AttributeCatalogue.EMPTY,
                Map.of(
                        "pay30",
                        new ModelManifest.TargetSummary(
                                3_000, 600, 600, 3, "platt", 30, Map.of("auc", 0.81), "hand-made")),
                Map.of());
        Evaluation evaluation = FixtureEvaluation.of(steep / 100);
        registry.register(
                manifest,
                evaluation,
                "# " + id + "\n",
                Map.of(
                        "pay30.trees",
                        trees(schema, Target.PAY30, steep),
                        "roll90.trees",
                        trees(schema, Target.ROLL90, -1)));
    }

    /** Splits on days past due, then on the number of payments made. */
    private static byte[] trees(FeatureSchema schema, Target target, float steep) {
        int late = schema.findIndex("days_past_due").orElseThrow();
        TreeNode tree = new TreeNode.Split(
                late,
                20,
                true,
                new TreeNode.Leaf(steep, 60),
                new TreeNode.Split(late, 60, true, new TreeNode.Leaf(0, 20), new TreeNode.Leaf(-steep, 20)));
        FlatEnsemble ensemble = FlatEnsemble.of(0.2, List.of(tree));
        return TreesFile.write(new TargetModel(target, ensemble, new Calibration.Platt(1, 0)), schema.fingerprint());
    }
}
