package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelRegistryTest {
    private static final FeatureSchema SCHEMA = TestTrees.schema(3);
    private static final String OLD = "20240101-aaaaaa";
    private static final String NEW = "20240201-bbbbbb";

    @TempDir
    Path home;

    private ModelRegistry registry = new ModelRegistry(Path.of("unused"));

    @BeforeEach
    void openTheRegistry() {
        registry = new ModelRegistry(home.resolve("models"));
    }

    private void register(String id) {
        ModelManifest.Origin origin = new ModelManifest.Origin(
                "hash", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1), 10, 42, "test", Map.of(), Map.of());
        ModelManifest manifest = new ModelManifest(
                id,
                Instant.parse("2024-02-01T00:00:00Z"),
                origin,
                SCHEMA.fingerprint(),
                SCHEMA.features(),
                new AttributeCatalogue(List.of("x_income"), List.of(new AttributeCatalogue.Category("x_job", "clerk"))),
                Map.of("pay30", new ModelManifest.TargetSummary(6, 2, 2, 5, "identity", 30, Map.of("auc", 0.7), "")),
                Map.of("roll90", "nothing to tell apart"));
        MetricRow undefined = new MetricRow("pay30", "trees", "all", "auc", Double.NaN, Double.NaN, Double.NaN, 2);
        TargetModel model = new TargetModel(Target.PAY30, TestTrees.ensemble(1, 5, 3, 3), new Calibration.Identity());
        registry.register(
                manifest,
                new Evaluation(List.of(undefined), List.of()),
                "# card of " + id,
                Map.of("pay30.trees", TreesFile.write(model, SCHEMA.fingerprint())));
    }

    @Test
    void whatIsRegisteredComesBack() {
        register(NEW);
        register(OLD);
        assertThat(registry.list()).extracting(ModelManifest::id).containsExactly(OLD, NEW);
        ModelManifest back = registry.get(OLD);
        assertThat(back.schema().fingerprint()).isEqualTo(SCHEMA.fingerprint());
        assertThat(back.attributes().numeric()).containsExactly("x_income");
        assertThat(back.targets().get("pay30").metrics()).containsEntry("auc", 0.7);
        assertThat(registry.evaluation(OLD).metrics().get(0).value()).isNaN();
        assertThat(registry.card(OLD)).isEqualTo("# card of " + OLD);
        assertThat(registry.load(OLD).modelId()).isEqualTo(OLD);
    }

    @Test
    void championsComeAndGoBack() {
        register(OLD);
        register(NEW);
        assertThat(registry.findChampion()).isEmpty();
        assertThat(registry.role(OLD)).isEqualTo("candidate");
        registry.promote(OLD);
        registry.promote(NEW);
        registry.promote(NEW);
        assertThat(registry.findChampion()).hasValue(NEW);
        assertThat(registry.role(OLD)).isEqualTo("retired");
        assertThat(registry.rollback()).isEqualTo(OLD);
        assertThat(new ModelRegistry(home.resolve("models")).findChampion()).hasValue(OLD);
        assertThat(registry.role(NEW)).isEqualTo("retired");
        assertThatThrownBy(registry::rollback).hasMessageContaining("promote a model instead");
    }

    @Test
    void aForcedPromotionStandsInTheLogWithItsReason() throws IOException {
        register(OLD);
        register(NEW);
        registry.promote(OLD);
        assertThatThrownBy(() -> registry.promote(NEW, " ")).hasMessageContaining("say why");
        registry.promote(NEW, "regulator's\ndeadline");
        assertThat(registry.findChampion()).hasValue(NEW);
        assertThat(registry.log()).containsExactly("promote " + OLD, "promote " + NEW + " forced regulator's deadline");
        assertThat(registry.rollback()).isEqualTo(OLD);
        assertThat(registry.role(NEW)).isEqualTo("retired");
    }

    @Test
    void verdictsAreKeptBesideTheModels() {
        register(NEW);
        assertThat(registry.findVerdict(NEW)).isEmpty();
        GateVerdict verdict = new GateVerdict(
                NEW,
                OLD,
                Instant.parse("2024-03-01T00:00:00Z"),
                List.of(new GateCheck("calibrated", true, "fine"), new GateCheck("not_worse", false, "worse")));
        registry.keep(verdict);
        assertThat(registry.findVerdict(NEW)).hasValue(verdict);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.reasons()).containsExactly("not_worse: worse");
        assertThat(registry.list()).hasSize(1);
    }

    @Test
    void oneModelScoresInTheShadowUntilItIsInForceOrSentAway() {
        register(OLD);
        register(NEW);
        registry.promote(OLD);
        assertThatThrownBy(() -> registry.shadow(OLD)).hasMessageContaining("in force");
        registry.shadow(NEW);
        assertThat(registry.findShadow()).hasValue(NEW);
        assertThat(registry.role(NEW)).isEqualTo("shadow");
        registry.unshadow();
        assertThat(registry.findShadow()).isEmpty();
        registry.shadow(NEW);
        registry.promote(NEW);
        assertThat(registry.findShadow()).isEmpty();
        assertThat(registry.role(NEW)).isEqualTo("champion");
    }

    @Test
    void anUnknownOrCraftedIdIsRefused() {
        assertThatThrownBy(() -> registry.promote(OLD)).hasMessageContaining("no model");
        assertThatThrownBy(() -> registry.get("../../etc")).hasMessageContaining("no model id");
        assertThat(registry.list()).isEmpty();
    }

    @Test
    void aWriterKilledHalfWayLeavesNothingToSee() throws IOException {
        register(OLD);
        Path half = Files.createDirectories(home.resolve("models").resolve(".staging-" + NEW));
        Files.copy(home.resolve("models").resolve(OLD).resolve("manifest.json"), half.resolve("manifest.json"));
        assertThat(registry.list()).extracting(ModelManifest::id).containsExactly(OLD);
        register(NEW);
        assertThat(registry.list()).extracting(ModelManifest::id).containsExactly(OLD, NEW);
    }
}
