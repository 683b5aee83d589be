package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.scoring.TreeNode;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Curve;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PromotionGateTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static @Nullable TrainingTable table;
    private static @Nullable TrainedBook book;

    @BeforeAll
    static void train(@TempDir Path folder) {
        table = TestBook.write(folder, 500, 16);
        book = BookTraining.train(TrainingRows.of(table), TestBook.request());
    }

    private static TrainingTable rows() {
        return Objects.requireNonNull(table);
    }

    private static TrainedBook trained() {
        return Objects.requireNonNull(book);
    }

    /** Low days past due are answered with {@code high}, others with {@code low}: margins. */
    private static Scorer scorer(String id, float high, float low) {
        TreeNode tree = new TreeNode.Split(0, 20, true, new TreeNode.Leaf(high, 1), new TreeNode.Leaf(low, 1));
        return new Scorer(
                id,
                TestBook.SCHEMA,
                List.of(new TargetModel(Target.PAY30, FlatEnsemble.of(0, List.of(tree)), new Calibration.Identity())));
    }

    private static final Scorer GOOD = scorer("20250101-aaaaaa", 0.4f, -2.2f);
    private static final Scorer BLIND = scorer("20250101-bbbbbb", -0.6f, -0.6f);

    private static GateVerdict judge(Scorer candidate, Scorer champion, Evaluation evaluation) {
        ModelManifest manifest = trained().manifest();
        return PromotionGate.judge(
                new PromotionGate.Candidate(manifest, evaluation, candidate, Optional.of(rows())),
                new PromotionGate.Champion(manifest, champion, Optional.of(rows()), Optional.of(rows())),
                false,
                NOW);
    }

    private static List<String> refused(GateVerdict verdict) {
        return verdict.checks().stream()
                .filter(check -> !check.passed())
                .map(GateCheck::name)
                .toList();
    }

    @Test
    void aTrainedModelPassesAgainstItsEqual() {
        GateVerdict verdict = judge(GOOD, GOOD, trained().evaluation());
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.checks())
                .extracting(GateCheck::name)
                .contains("calibrated", "plausible", "schema", "not_worse");
    }

    @Test
    void aModelThatLosesOnTheSameRowsIsRefusedAndTheWinnerIsNot() {
        GateVerdict worse = judge(BLIND, GOOD, trained().evaluation());
        assertThat(refused(worse)).contains("not_worse").doesNotContain("calibrated", "schema");
        assertThat(worse.reasons()).anyMatch(reason -> reason.contains("log loss less the champion's"));
        assertThat(judge(GOOD, BLIND, trained().evaluation()).checks())
                .filteredOn(check -> check.name().equals("not_worse"))
                .allMatch(GateCheck::passed);
    }

    @Test
    void aGainThatIsTooGoodIsTakenForALeak() {
        assertThat(judge(GOOD, BLIND, trained().evaluation()).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith("plausible").contains("a gain above 0.10"));
    }

    private static Evaluation evaluation(double auc, double ece, double slope) {
        return new Evaluation(
                List.of(row("auc", auc, 0.01), row("ece", ece, 0.004), row("calibration_slope", slope, 0.05)),
                List.of());
    }

    /** Only pay30 prices decisions; of roll90 the gate tells. */
    @Test
    void anotherTargetThatIsNotCalibratedIsTold() {
        List<MetricRow> rows = new ArrayList<>(evaluation(0.8, 0.01, 1).metrics());
        rows.add(new MetricRow("roll90", "trees", "all", "auc", 0.8, 0.79, 0.81, 3000));
        rows.add(new MetricRow("roll90", "trees", "all", "ece", 0.2, 0.19, 0.21, 3000));
        Evaluation evaluation = new Evaluation(rows, List.of());
        GateVerdict verdict = judge(GOOD, GOOD, evaluation);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.checks()).anyMatch(check -> check.finding().startsWith("NOT CALIBRATED"));
        assertThat(ModelCard.write(trained().manifest(), evaluation))
                .containsOnlyOnce("**Not calibrated")
                .contains("**Not calibrated on the rows that judge.** roll90: ECE 0.200");
    }

    private static List<CurvePoint> bins(long rows) {
        return IntStream.range(0, 15)
                .mapToObj(bin -> new CurvePoint(
                        "pay30", "trees", "calibration", 0.05 + 0.06 * bin, 0.05, Double.NaN, Double.NaN, rows))
                .toList();
    }

    private static MetricRow row(String metric, double value, double half) {
        return new MetricRow("pay30", "trees", "all", metric, value, value - half, value + half, 3000);
    }

    @Test
    void aModelThatIsNotCalibratedIsRefused() {
        assertThat(refused(judge(GOOD, GOOD, evaluation(0.8, 0.01, 1)))).isEmpty();
        assertThat(refused(judge(GOOD, GOOD, evaluation(0.8, 0.04, 1)))).containsExactly("calibrated");
        Evaluation fewRows = new Evaluation(evaluation(0.8, 0.04, 1).metrics(), bins(40));
        assertThat(refused(judge(GOOD, GOOD, fewRows)))
                .as("40 rows per bin make that by chance")
                .isEmpty();
        Evaluation manyRows = new Evaluation(evaluation(0.8, 0.04, 1).metrics(), bins(40_000));
        assertThat(refused(judge(GOOD, GOOD, manyRows))).containsExactly("calibrated");
        assertThat(refused(judge(GOOD, GOOD, evaluation(0.8, 0.01, 0.6)))).containsExactly("calibrated");
        assertThat(refused(judge(GOOD, GOOD, new Evaluation(List.of(), List.of()))))
                .containsExactly("calibrated");
    }

    /** The limit by chance against models that are right: 1 in 100 is refused for its ECE at most. */
    @Test
    void calibratedModelsAreSeldomRefused() {
        int beyond = 0;
        for (int seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] predictions = random.doubles(600, 0.05, 0.6).toArray();
            double[] labels = Arrays.stream(predictions)
                    .map(p -> random.nextDouble() < p ? 1 : 0)
                    .toArray();
            List<CurvePoint> curve = Curve.of(predictions, labels).get(0).points().stream()
                    .map(p -> new CurvePoint("pay30", "trees", "calibration", p.x(), p.y(), p.low(), p.high(), p.n()))
                    .toList();
            double ece = Assessment.ece(predictions, labels, 1).value();
            beyond += ece > SelfChecks.eceByChance(curve) ? 1 : 0;
        }
        assertThat(beyond).isBetween(0, 12);
    }

    @Test
    void anAucBeyondBeliefIsRefused() {
        assertThat(refused(judge(GOOD, GOOD, evaluation(0.97, 0.01, 1)))).containsExactly("plausible");
    }

    @Test
    void aFeatureThatKnowsTheAnswerIsNamed(@TempDir Path folder) {
        TrainingTable leaking = TestBook.write(folder, 300, 12, "CASE WHEN noise > 0.6 THEN 1 ELSE 0 END");
        GateCheck check = SelfChecks.noSingleFeatureKnowsAll(leaking, 30);
        assertThat(check.passed()).isFalse();
        assertThat(check.finding()).contains("noise with AUC 1.000");
        assertThat(SelfChecks.noSingleFeatureKnowsAll(rows(), 30).passed()).isTrue();
    }

    @Test
    void anotherSchemaMustBeMeant() {
        ModelManifest own = trained().manifest();
        ModelManifest other = new ModelManifest(
                "20240101-cccccc",
                own.createdAt(),
                own.origin(),
                "another",
                own.features(),
                own.attributes(),
                own.targets(),
                own.skipped());
        PromotionGate.Candidate candidate =
                new PromotionGate.Candidate(own, trained().evaluation(), GOOD, Optional.of(rows()));
        PromotionGate.Champion champion =
                new PromotionGate.Champion(other, GOOD, Optional.of(rows()), Optional.of(rows()));
        assertThat(refused(PromotionGate.judge(candidate, champion, false, NOW)))
                .containsExactly("schema");
        assertThat(refused(PromotionGate.judge(candidate, champion, true, NOW))).isEmpty();
    }

    /** Rows that the champion learned from would flatter it; without its rows, none of its window counts. */
    @Test
    void onlyRowsNewToBothCount() {
        ModelManifest own = trained().manifest();
        PromotionGate.Candidate candidate =
                new PromotionGate.Candidate(own, trained().evaluation(), GOOD, Optional.of(rows()));
        GateVerdict verdict = PromotionGate.judge(
                candidate, new PromotionGate.Champion(own, GOOD, Optional.of(rows()), Optional.empty()), false, NOW);
        assertThat(refused(verdict)).containsExactly("rows");
        assertThat(verdict.reasons()).anyMatch(reason -> reason.contains("train the candidate on a later day"));
        GateVerdict withoutRows = PromotionGate.judge(
                new PromotionGate.Candidate(own, trained().evaluation(), GOOD, Optional.empty()),
                new PromotionGate.Champion(own, GOOD, Optional.empty(), Optional.empty()),
                false,
                NOW);
        assertThat(refused(withoutRows)).containsExactly("rows");
    }

    @Test
    void withoutAChampionTheCandidateIsJudgedByItself() {
        GateVerdict verdict = PromotionGate.judge(
                new PromotionGate.Candidate(trained().manifest(), trained().evaluation(), GOOD, Optional.of(rows())),
                null,
                false,
                NOW);
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.champion()).isEmpty();
    }

    @Test
    void thePairedIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        int held = 0;
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] truth = random.doubles(1000, 0.2, 0.8).toArray();
            double[] labels = new double[1000];
            double[] off = new double[1000];
            double[] on = new double[1000];
            int[] accounts = new int[1000];
            double expected = 0;
            for (int i = 0; i < 1000; i++) {
                accounts[i] = i / 2;
                on[i] = truth[i / 2];
                off[i] = 0.5;
                labels[i] = i % 2 == 1 ? labels[i - 1] : random.nextDouble() < on[i] ? 1 : 0;
                expected += on[i] * Math.log(off[i] / on[i]) + (1 - on[i]) * Math.log((1 - off[i]) / (1 - on[i]));
            }
            PairedLoss loss = PairedLoss.of(on, off, labels, accounts);
            double mean = expected / 1000;
            held += loss.difference().low() <= mean && mean <= loss.difference().high() ? 1 : 0;
        }
        assertThat(held).isBetween(270, 298);
    }
}
