package io.arrears.model.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
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
        FittedTrees trees = TreeLearner.ofProbability(data.matrix, data.labels).fit(SETTINGS);
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
        FittedTrees trees =
                TreeLearner.ofValue(data.matrix, data.truth, "cash30").fit(SETTINGS);
        for (int i = 0; i < 500; i++) {
            assertThat(trees.flat().margin(data.matrix.row(i))).isEqualTo(tribuoValue(trees, i), within(1e-6));
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndFewerRoundsAPrefix() {
        TreeLearner<Label> learner = TreeLearner.ofProbability(data.matrix, data.labels);
        FittedTrees once = learner.fit(SETTINGS);
        FittedTrees again = TreeLearner.ofProbability(data.matrix, data.labels).fit(SETTINGS);
        assertThat(bytes(again)).isEqualTo(bytes(once));
        assertThat(bytes(learner.fit(SETTINGS.withSeed(43)))).isNotEqualTo(bytes(once));
        FittedTrees shorter = learner.fit(SETTINGS.withRounds(15));
        float[] row = data.matrix.row(7);
        assertThat(shorter.flat().margin(row)).isEqualTo(once.flat().stagedMargins(row)[30], within(1e-12));
    }

    @Test
    void tribuosProtobufComesBackWithItsProvenance() throws IOException {
        FittedTrees trees = TreeLearner.ofProbability(data.matrix, data.labels).fit(SETTINGS);
        Model<?> back = Model.deserializeFromStream(new ByteArrayInputStream(trees.toProtobuf()));
        assertThat(back.getProvenance().getTrainerProvenance().getClassName()).contains("XGBoostClassificationTrainer");
    }

    @Test
    void reasonsAddUpToTheMargin() {
        FittedTrees trees = TreeLearner.ofProbability(data.matrix, data.labels).fit(SETTINGS);
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
