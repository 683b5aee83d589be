package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScorerTest {
    private static final FeatureSchema SCHEMA = TestTrees.schema(6);
    private static final Currency EUR = Currency.getInstance("EUR");
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
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(before);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                Scorer after = (Scorer) in.readObject();
                SplittableRandom random = new SplittableRandom(1);
                for (int i = 0; i < 50; i++) {
                    FeatureVector vector = FeatureVector.of(SCHEMA, TestTrees.row(random, 6));
                    assertThat(after.score(vector, EUR)).isEqualTo(before.score(vector, EUR));
                }
            }
        }
    }

    @Test
    void manyRowsScoreAsEachAlone() {
        float[] rows = TestTrees.rows(new SplittableRandom(8), 100, 6);
        double[] answers = scorer.payProbabilities(rows);
        assertThat(answers).hasSize(100);
        for (int i = 0; i < 100; i++) {
            FeatureVector vector = FeatureVector.of(SCHEMA, Arrays.copyOfRange(rows, 6 * i, 6 * i + 6));
            assertThat(answers[i]).isEqualTo(scorer.payProbability(vector));
        }
    }

    @Test
    void anotherSchemaIsRefused() {
        FeatureSchema other = TestTrees.schema(7);
        assertThatThrownBy(() -> scorer.require(other)).hasMessageContaining(other.fingerprint());
        FeatureVector vector = FeatureVector.of(other, new float[7]);
        assertThatThrownBy(() -> scorer.payProbability(vector)).hasMessageContaining("7 values");
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
}
