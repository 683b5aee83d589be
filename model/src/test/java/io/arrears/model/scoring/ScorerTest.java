package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScorerTest {
    private static final FeatureSchema SCHEMA = TestTrees.schema(6);
    private static final ScoringGroup EUR = ScoringGroup.of(Currency.getInstance("EUR"), ReceivableType.UTILITY, null);
    private final Scorer scorer = scorer(new Calibration.Platt(1.1, -0.2));

    private static Scorer scorer(Calibration calibration) {
        return new Scorer(
                "20240101-abcdef",
                SCHEMA,
                List.of(
                        new TargetModel(Target.PAY30, TestTrees.ensemble(3, 20, 4, 6), calibration),
                        new TargetModel(Target.ROLL90, FlatEnsemble.constant(-2), new Calibration.Identity())));
    }

    @Test
    void aScorerSurvivesJavaSerialisationWithEveryCalibration() throws IOException, ClassNotFoundException {
        for (Calibration calibration : List.of(
                new Calibration.Identity(),
                new Calibration.Platt(1.1, -0.2),
                new Calibration.Beta(0.9, 1.2, 0.1),
                new Calibration.Isotonic(new double[] {-1, 0, 2}, new double[] {0.1, 0.3, 0.9}))) {
            Scorer before = scorer(calibration);
            Scorer after = copy(before);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 50; i++) {
                FeatureVector vector = FeatureVector.of(SCHEMA, TestTrees.row(random, 6));
                assertThat(after.score(vector, EUR)).isEqualTo(before.score(vector, EUR));
            }
        }
    }

    @Test
    void manyRowsScoreAsEachAlone() {
        float[] rows = TestTrees.rows(new SplittableRandom(8), 100, 6);
        double[] answers = scorer.payProbabilities(rows, row -> EUR);
        assertThat(answers).hasSize(100);
        for (int i = 0; i < 100; i++) {
            FeatureVector vector = FeatureVector.of(SCHEMA, Arrays.copyOfRange(rows, 6 * i, 6 * i + 6));
            assertThat(answers[i]).isEqualTo(scorer.payProbability(vector, EUR));
        }
    }

    /** All targets, over a schema with the columns they ask for. */
    private static Scorer ofAllTargets() {
        List<TargetModel> models = new ArrayList<>();
        for (Target target : Target.values()) {
            boolean reach = target == Target.REACH;
            int width = reach ? BOOK.size() + AttemptRow.WIDTH : BOOK.size();
            GroupCalibrations groups = reach
                    ? new GroupCalibrations(
                            new TreeMap<>(), new TreeMap<>(Map.of("call/evening", 0.5, "sms/any", -0.25, "sms", 0.1)))
                    : GroupCalibrations.NONE;
            models.add(new TargetModel(
                    target,
                    TestTrees.ensemble(20 + target.ordinal(), 20, 4, width),
                    new Calibration.Platt(1.1, -0.2),
                    groups));
        }
        return new Scorer("20240101-abcdef", BOOK, models);
    }

    private static final FeatureSchema BOOK = new FeatureSchema(
            Stream.of("days_past_due", "past_due_amount", "promises_pending", "due_next_30d_amount", "e", "f")
                    .map(name -> new Feature(name, name, "count", name, "sometimes", "things of kind " + name))
                    .toList());

    @Test
    void manyAccountsGetTheBitsOfEachAloneFromAllTargets() {
        Scorer all = ofAllTargets();
        SplittableRandom random = new SplittableRandom(9);
        List<FeatureVector> vectors = IntStream.range(0, 150)
                .mapToObj(i -> FeatureVector.of(BOOK, TestTrees.row(random, BOOK.size())))
                .toList();
        List<ScoringGroup> groups = Collections.nCopies(150, EUR);
        List<Scores> together = all.scoreAll(vectors, groups);
        for (int i = 0; i < 150; i++) {
            Scores alone = all.score(vectors.get(i), EUR);
            assertThat(together.get(i)).isEqualTo(alone);
            assertThat(all.scoreWithoutReasons(vectors.get(i), EUR))
                    .isEqualTo(new Scores(
                            alone.modelId(),
                            alone.payProbability30d(),
                            alone.expectedCash30dMinor(),
                            alone.rollProbability(),
                            List.of(),
                            alone.further()));
            assertThat(alone.payProbability30d()).isEqualTo(all.payProbability(vectors.get(i), EUR));
            assertThat(alone.further().reach()).containsOnlyKeys("call/evening", "sms/any");
        }
        assertThat(together).anyMatch(scores -> !Double.isNaN(scores.further().keptProbability()));
        assertThat(together).anyMatch(scores -> Double.isNaN(scores.further().keptProbability()));
        assertThat(all.scoreAll(List.of(), List.of())).isEmpty();
    }

    @Test
    void anotherSchemaIsRefused() {
        FeatureSchema other = TestTrees.schema(7);
        assertThatThrownBy(() -> scorer.require(other)).hasMessageContaining(other.fingerprint());
        FeatureVector vector = FeatureVector.of(other, new float[7]);
        assertThatThrownBy(() -> scorer.payProbability(vector, EUR)).hasMessageContaining("7 values");
    }

    @Test
    void damagedTreesAreRefused() {
        TargetModel model = scorer.find(Target.PAY30).orElseThrow();
        byte[] bytes = TreesFile.write(model, SCHEMA.fingerprint());
        assertThat(TreesFile.write(TreesFile.read(bytes, SCHEMA.fingerprint()), SCHEMA.fingerprint()))
                .isEqualTo(bytes);
        assertThatThrownBy(() -> TreesFile.read(bytes, "another")).hasMessageContaining("another");
        byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
        assertThatThrownBy(() -> TreesFile.read(cut, SCHEMA.fingerprint()))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] newer = bytes.clone();
        newer[7] = 9;
        assertThatThrownBy(() -> TreesFile.read(newer, SCHEMA.fingerprint())).hasMessageContaining("version is 9");
    }

    @Test
    void withoutPay30ThereIsNoScorer() {
        assertThatThrownBy(() -> new Scorer("x", SCHEMA, List.of())).hasMessageContaining("no pay30");
    }

    @Test
    void reasonsAreAtMostFourStrongestFirst() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            List<Reason> reasons = scorer.score(FeatureVector.of(SCHEMA, TestTrees.row(random, 6)), EUR)
                    .reasons();
            assertThat(reasons).hasSizeBetween(1, 4);
            assertThat(reasons)
                    .isSortedAccordingTo(
                            (a, b) -> Double.compare(Math.abs(b.contribution()), Math.abs(a.contribution())));
            assertThat(reasons)
                    .allMatch(reason -> reason.text().contains(reason.contribution() > 0 ? " raises " : " lowers "));
        }
    }

    private static final GroupCalibrations GROUPS = new GroupCalibrations(
            new TreeMap<>(Map.of("utility", new Calibration.Platt(0.5, 1))),
            new TreeMap<>(Map.of("utility", 0.5, "utility/north", -0.25)));

    @Test
    void calibrationsOfGroupsAreReadBackAsFormatTwo() {
        TargetModel model =
                new TargetModel(Target.PAY30, TestTrees.ensemble(3, 20, 4, 6), new Calibration.Identity(), GROUPS);
        byte[] bytes = TreesFile.write(model, SCHEMA.fingerprint());
        assertThat(bytes[7]).isEqualTo((byte) 2);
        TargetModel back = TreesFile.read(bytes, SCHEMA.fingerprint());
        assertThat(TreesFile.write(back, SCHEMA.fingerprint())).isEqualTo(bytes);
        float[] row = TestTrees.row(new SplittableRandom(3), 6);
        double margin = model.trees().margin(row);
        double ofType = Calibration.sigmoid(0.5 * margin + 1);
        assertThat(back.probability(row, "utility", "north"))
                .isEqualTo(Calibration.sigmoid(Calibration.logit(ofType) - 0.25), within(1e-12));
        assertThat(back.probability(row, "utility", "unseen"))
                .isEqualTo(Calibration.sigmoid(Calibration.logit(ofType) + 0.5), within(1e-12));
        assertThat(back.probability(row, "credit_card", "north")).isEqualTo(Calibration.sigmoid(margin));
        for (int cut = 20; cut < 200; cut += 7) {
            byte[] damaged = Arrays.copyOf(bytes, cut);
            assertThatThrownBy(() -> TreesFile.read(damaged, SCHEMA.fingerprint()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatOnlySomeModelsSayIsScoredWhereItApplies() throws IOException, ClassNotFoundException {
        FeatureSchema schema = new FeatureSchema(List.of(
                new Feature("past_due_amount", "m", "u", "f", "never", "p"),
                new Feature("promises_pending", "m", "u", "f2", "never", "p")));
        TreeNode byCall = new TreeNode.Split(
                AttemptRow.schema(schema).findIndex("attempt_channel_call").orElseThrow(),
                0.5f,
                false,
                new TreeNode.Leaf(-1, 5),
                new TreeNode.Leaf(1, 5));
        GroupCalibrations seen = new GroupCalibrations(
                new TreeMap<>(), new TreeMap<>(Map.of("call", 0.0, "call/evening", 0.5, "sms/any", 0.0)));
        Calibration none = new Calibration.Identity();
        Scorer some = copy(new Scorer(
                "20240101-abcdef",
                schema,
                List.of(
                        new TargetModel(Target.PAY30, FlatEnsemble.constant(0), none),
                        new TargetModel(Target.KEPT, FlatEnsemble.constant(1), none),
                        new TargetModel(Target.SELFCURE, FlatEnsemble.constant(-1), none),
                        new TargetModel(Target.REACH, FlatEnsemble.of(0, List.of(byCall)), none, seen))));
        FurtherScores further =
                some.score(FeatureVector.of(schema, new float[] {10, 1}), EUR).further();
        assertThat(further.keptProbability()).isEqualTo(Calibration.sigmoid(1));
        assertThat(further.selfCureProbability()).isEqualTo(Calibration.sigmoid(-1));
        assertThat(further.reach()).containsOnlyKeys("call/evening", "sms/any");
        assertThat(further.reach().get("call/evening")).isEqualTo(Calibration.sigmoid(1.5), within(1e-12));
        assertThat(further.reach().get("sms/any")).isEqualTo(Calibration.sigmoid(-1));
        FurtherScores other =
                some.score(FeatureVector.of(schema, new float[] {0, 0}), EUR).further();
        assertThat(other.keptProbability()).isNaN();
        assertThat(other.selfCureProbability()).isNaN();
        assertThat(scorer.score(FeatureVector.of(SCHEMA, new float[6]), EUR).further())
                .isEqualTo(FurtherScores.NONE);
    }

    private static Scorer copy(Scorer scorer) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(scorer);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Scorer) in.readObject();
        }
    }
}
