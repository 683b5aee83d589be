package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.model.scoring.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookTrainingTest {
    private static final ScoringGroup EUR =
            ScoringGroup.of(Currency.getInstance("EUR"), ReceivableType.CONSUMER_LOAN, "seg1");

    @TempDir
    Path home;

    private ModelRegistry registry() {
        return new ModelRegistry(home.resolve("models"));
    }

    private ModelManifest train(int accounts, int months) {
        return registered(TrainingRows.of(TestBook.write(home, accounts, months)), TestBook.request(), registry());
    }

    private static ModelManifest registered(TrainingRows rows, TrainingRequest request, ModelRegistry registry) {
        TrainedBook book = BookTraining.train(rows, request);
        book.register(registry, Map.of());
        return book.manifest();
    }

    @Test
    void aBookGetsItsThreeTargetsAndBeatsTheBaseRate() {
        ModelManifest manifest = train(600, 18);
        assertThat(manifest.id()).matches("20250611-[0-9a-f]{6}");
        assertThat(manifest.targets()).containsOnlyKeys("pay30", "cash30", "roll90");
        assertThat(manifest.skipped()).containsOnlyKeys("reach", "kept", "selfcure");
        assertThat(manifest.skipped().get("kept")).contains("no promises");
        assertThat(manifest.targets().get("roll90").horizonDays()).isEqualTo(180);
        var evaluation = registry().evaluation(manifest.id());
        double trees = evaluation.find(Target.PAY30, "trees", "auc").orElseThrow();
        assertThat(trees).isGreaterThan(0.75);
        assertThat(evaluation.find(Target.PAY30, "base_rate", "auc").orElseThrow())
                .isLessThan(trees - 0.1);
        assertThat(evaluation.find(Target.PAY30, "mean_days_late", "auc").orElseThrow())
                .isGreaterThan(0.6);
        assertThat(evaluation.find(Target.PAY30, "logistic", "auc").orElseThrow())
                .isGreaterThan(0.7);
        assertThat(evaluation.find(Target.PAY30, "trees", "ece").orElseThrow()).isLessThan(0.05);
        assertThat(evaluation
                        .find(Target.CASH30, "trees", "expected_over_received")
                        .orElseThrow())
                .isEqualTo(1, within(0.1));
        assertThat(evaluation.metrics()).anyMatch(row -> row.slice().equals("receivable_type=utility"));
        assertThat(evaluation.curves()).anyMatch(point -> point.curve().equals("lift"));
        assertThat(registry().card(manifest.id())).contains("# Model " + manifest.id(), "## pay30", "## Limits");
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        TrainingTable table = TestBook.write(home, 300, 12);
        ModelRegistry other = new ModelRegistry(home.resolve("other"));
        String id = registered(TrainingRows.of(table), TestBook.request(), registry())
                .id();
        TrainingTable again = TrainingTable.read(home.resolve("rows.parquet"), TestBook.SCHEMA);
        assertThat(registered(TrainingRows.of(again), TestBook.request(), other).id())
                .isEqualTo(id);
        for (String file : new String[] {
            "pay30.trees", "pay30.tribuo", "cash30.trees", "evaluation.json", "manifest.json", "card.md"
        }) {
            assertThat(Files.readAllBytes(home.resolve("other").resolve(id).resolve(file)))
                    .isEqualTo(Files.readAllBytes(
                            home.resolve("models").resolve(id).resolve(file)));
        }
    }

    @Test
    void theLoadedScorerScoresWithReasonsAndKnowsWhenAnAccountHasRolled() {
        ModelManifest manifest = train(600, 18);
        Scorer scorer = registry().load(manifest.id());
        Scores scores = scorer.score(vector(2, 10), EUR);
        assertThat(scores.payProbability30d()).isGreaterThan(0.6);
        assertThat(scores.expectedCash30dMinor()).isBetween(5_000.0, 20_000.0);
        assertThat(scores.rollProbability()).isBetween(0.0, 1.0);
        assertThat(scores.reasons()).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        assertThat(scores.reasons().get(0).text()).isEqualTo("mean days late at 2 raises the chance to pay");
        assertThat(scorer.score(vector(35, 95), EUR).rollProbability()).isNaN();
        assertThat(scorer.payProbability(vector(35, 95), EUR)).isLessThan(0.2);
        ScoringGroup yen = ScoringGroup.of(Currency.getInstance("JPY"), ReceivableType.CONSUMER_LOAN, "seg1");
        assertThat(scorer.score(vector(2, 10), yen).expectedCash30dMinor())
                .isEqualTo(scores.expectedCash30dMinor() / 100, within(1e-9));
    }

    private static FeatureVector vector(float meanDaysLate, float daysPastDue) {
        return FeatureVector.of(TestBook.SCHEMA, new float[] {meanDaysLate, daysPastDue, 100, 100, 5, 0.5f});
    }

    @Test
    void reachIsLearnedFromAttemptsAndToldByChannelAndWindow() {
        TrainingRows rows = new TrainingRows(
                TestBook.write(home, 200, 12), Map.of(Target.REACH, TestBook.writeAttempts(home, 120, 60)));
        ModelManifest manifest = registered(rows, TestBook.request(), registry());
        assertThat(manifest.targets().get("reach").horizonDays()).isEqualTo(7);
        assertThat(manifest.origin().dataHash()).isNotEqualTo(rows.book().hash());
        Map<String, Double> reach = registry()
                .load(manifest.id())
                .score(vector(20, 10), EUR)
                .further()
                .reach();
        assertThat(reach).containsOnlyKeys("call/any", "call/evening", "sms/any", "sms/evening");
        assertThat(reach.get("call/any")).isEqualTo(0.05, within(0.05));
        assertThat(reach.get("call/evening")).isEqualTo(0.35, within(0.08));
        assertThat(reach.get("sms/any")).isEqualTo(0.55, within(0.08));
        assertThat(registry().evaluation(manifest.id()).metrics())
                .anyMatch(row -> row.target().equals("reach") && row.slice().equals("channel=sms"));
    }

    @Test
    void whatWasAskedForIsRecordedAndAskedForAgain() {
        TrainingTable table = TestBook.write(home, 200, 12);
        TrainingRequest asked = new TrainingRequest(
                Set.of(Target.PAY30, Target.ROLL90),
                Horizons.of(List.of("roll90=120")),
                AttributeCatalogue.EMPTY,
                7,
                "test",
                Instant.parse("2026-01-01T00:00:00Z"));
        TrainedBook trained = BookTraining.train(TrainingRows.of(table), asked);
        TrainingRequest again = TrainingRequest.behind(trained.manifest());
        assertThat(again.targets()).isEqualTo(asked.targets());
        assertThat(again.horizons().days(Target.ROLL90)).isEqualTo(120);
        assertThat(again.seed()).isEqualTo(7);
        assertThat(again.createdAt()).isEqualTo(asked.createdAt());
    }

    @Test
    void whenNobodyPaysTheModelIsAConstantAndSaysSo() {
        TrainingTable table = TestBook.write(home, 200, 12, "0");
        ModelManifest manifest = registered(TrainingRows.of(table), TestBook.request(), registry());
        assertThat(manifest.targets().get("pay30").note()).contains("constant");
        assertThat(manifest.skipped()).containsKey("cash30");
        assertThat(registry().load(manifest.id()).payProbability(vector(2, 10), EUR))
                .isBetween(0.0, 0.01);
        assertThat(registry().card(manifest.id())).contains("**Note.**", "## Not trained");
    }

    @Test
    void aSmallBookWithOneDateIsTrainedAndSaysWhatItLacks() {
        ModelManifest manifest = train(300, 1);
        assertThat(manifest.targets().get("pay30").note()).contains("different accounts");
        assertThat(registry().load(manifest.id()).payProbability(vector(2, 10), EUR))
                .isGreaterThan(registry().load(manifest.id()).payProbability(vector(38, 80), EUR));
    }

    @Test
    void withoutAnyKnownOutcomeThereIsNothingToTrain() {
        TrainingTable table = TestBook.write(home, 50, 2, "NULL");
        assertThatThrownBy(() -> registered(TrainingRows.of(table), TestBook.request(), registry()))
                .hasMessageContaining("no row has a known pay30");
    }
}
