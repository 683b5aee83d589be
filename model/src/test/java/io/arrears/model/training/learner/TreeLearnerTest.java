package io.arrears.model.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.scoring.TreeShap;
import io.arrears.model.scoring.TreesFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.Regressor;

final class TreeLearnerTest {
    private static final TreeSettings SETTINGS = new TreeSettings(40, 0.1, 4, 1, 0.8, 0.8, 1, 42);
    private final TestRows data = TestRows.of(3000, 12, 1);

    @Test
    void theFlatTreesAnswerAsTribuoDoesOnEveryRow() {
        FittedTrees trees =
                TreeLearner.ofProbability(Examples.of(data.matrix, data.labels)).fit(SETTINGS);
        int checked = 0;
        for (int i = 0; i < data.matrix.rows(); i++) {
            float[] row = data.matrix.row(i);
            if (!allMissing(row)) {
                assertThat(Calibration.sigmoid(trees.flat().margin(row)))
                        .isEqualTo(tribuoAnswer(trees, i), within(1e-6));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(2900);
    }

    @Test
    void aRegressionToo() {
        FittedTrees trees = TreeLearner.ofValue(Examples.of(data.matrix, data.truth), "cash30")
                .fit(SETTINGS);
        for (int i = 0; i < 500; i++) {
            assertThat(trees.flat().margin(data.matrix.row(i))).isEqualTo(tribuoValue(trees, i), within(1e-6));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndFewerRoundsAPrefix() {
        TreeLearner<Label> learner = TreeLearner.ofProbability(Examples.of(data.matrix, data.labels));
        FittedTrees once = learner.fit(SETTINGS);
        FittedTrees again =
                TreeLearner.ofProbability(Examples.of(data.matrix, data.labels)).fit(SETTINGS);
        assertThat(bytes(again)).isEqualTo(bytes(once));
        assertThat(bytes(learner.fit(SETTINGS.withSeed(43)))).isNotEqualTo(bytes(once));
        FittedTrees shorter = learner.fit(SETTINGS.withRounds(15));
        float[] row = data.matrix.row(7);
        assertThat(shorter.flat().margin(row)).isEqualTo(once.flat().stagedMargins(row)[15], within(1e-12));
    }

    @Test
    void theMarginKeepsToItsDirectionsOnAGridOfEveryFeature() {
        int[] directions = new int[12];
        directions[0] = -1;
        directions[1] = 1;
        FittedTrees free =
                TreeLearner.ofProbability(Examples.of(data.matrix, data.labels)).fit(SETTINGS);
        FittedTrees held = TreeLearner.ofProbability(Examples.of(data.matrix, data.labels))
                .constrained(directions)
                .fit(SETTINGS);
        assertThat(wrongSteps(free, 0, -1) + wrongSteps(free, 1, 1)).isPositive();
        assertThat(wrongSteps(held, 0, -1)).isZero();
        assertThat(wrongSteps(held, 1, 1)).isZero();
    }

    private int wrongSteps(FittedTrees trees, int column, int direction) {
        int wrong = 0;
        for (int i = 0; i < 300; i++) {
            float[] row = data.matrix.row(i);
            row[column] = -5;
            double before = trees.flat().margin(row);
            for (float value = -5; value <= 5; value += 0.05f) {
                row[column] = value;
                double margin = trees.flat().margin(row);
                wrong += direction * (margin - before) < -1e-6 ? 1 : 0;
                before = margin;
            }
        }
        return wrong;
    }

    @Test
    void aRowOfWeightThreeCountsAsThreeRows() {
        double[] weights =
                Arrays.stream(data.labels).map(label -> label > 0.5 ? 3 : 1).toArray();
        Examples weighted = new Examples(data.matrix, data.labels, weights);
        FlatEnsemble trees = TreeLearner.ofProbability(weighted).fit(SETTINGS).flat();
        double predicted = 0;
        double weight = 0;
        for (int i = 0; i < weights.length; i++) {
            predicted += weights[i] * Calibration.sigmoid(trees.margin(data.matrix.row(i)));
            weight += weights[i];
        }
        double mean = Arrays.stream(data.labels).average().orElseThrow();
        assertThat(weighted.mean()).isEqualTo(3 * mean / (1 + 2 * mean), within(1e-9));
        assertThat(predicted / weight).isEqualTo(weighted.mean(), within(0.01));
    }

    @Test
    void aSearchStopsOnceLaterRowsGainNothing() {
        TestRows later = TestRows.of(500, 12, 2);
        TreeLearner<Label> learner = TreeLearner.ofProbability(Examples.of(data.matrix, data.labels))
                .stoppingEarly(Examples.of(later.matrix, later.labels), 5);
        TreeSettings many = new TreeSettings(400, 0.3, 6, 1, 0.8, 0.8, 1, 42);
        FittedTrees stopped = learner.search(many);
        assertThat(stopped.rounds()).isBetween(6, 200);
        assertThat(bytes(stopped)).isEqualTo(bytes(learner.fit(many.withRounds(stopped.rounds()))));
    }

    @Test
    void tribuosProtobufComesBackWithItsProvenance() throws IOException {
        FittedTrees trees =
                TreeLearner.ofProbability(Examples.of(data.matrix, data.labels)).fit(SETTINGS);
        assertThat(TreeLearner.ofProbability(Examples.of(data.matrix, data.labels))
                        .fit(SETTINGS)
                        .toProtobuf())
                .isEqualTo(trees.toProtobuf());
        Model<?> back = Model.deserializeFromStream(new ByteArrayInputStream(trees.toProtobuf()));
        assertThat(back.getProvenance().getTrainerProvenance().getClassName()).contains("BoostTrainer");
    }

    @Test
    void reasonsAddUpToTheMargin() {
        FittedTrees trees =
                TreeLearner.ofProbability(Examples.of(data.matrix, data.labels)).fit(SETTINGS);
        TreeShap shap = new TreeShap(trees.flat());
        for (int i = 0; i < 200; i++) {
            float[] row = data.matrix.row(i);
            double sum = shap.expectedMargin()
                    + Arrays.stream(shap.contributions(row)).sum();
            assertThat(sum).isEqualTo(trees.flat().margin(row), within(1e-6));
        }
    }

    private double tribuoAnswer(FittedTrees trees, int i) {
        @SuppressWarnings("unchecked")
        Model<Label> model = (Model<Label>) trees.model();
        Example<Label> example =
                TribuoRows.example(data.matrix.names(), data.matrix.row(i), LabelFactory.UNKNOWN_LABEL);
        return model.predict(example).getOutputScores().get("1").getScore();
    }

    private double tribuoValue(FittedTrees trees, int i) {
        @SuppressWarnings("unchecked")
        Model<Regressor> model = (Model<Regressor>) trees.model();
        Regressor unknown = new Regressor("cash30", Double.NaN);
        Example<Regressor> example = TribuoRows.example(data.matrix.names(), data.matrix.row(i), unknown);
        return model.predict(example).getOutput().getValues()[0];
    }

    private static byte[] bytes(FittedTrees trees) {
        return TreesFile.write(
                new TargetModel(Target.PAY30, trees.flat(), new Calibration.Identity()), "0123456789abcdef");
    }

    private static boolean allMissing(float[] row) {
        for (float value : row) {
            if (!Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
