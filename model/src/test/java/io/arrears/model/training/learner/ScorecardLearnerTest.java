package io.arrears.model.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.training.learner.ScorecardLearner.Penalty;
import org.junit.jupiter.api.Test;

final class ScorecardLearnerTest {
    @Test
    void theScorecardFindsTheProbabilities() {
        TestRows data = TestRows.of(20_000, 4, 9);
        Scorecard scorecard = ScorecardLearner.fit(Examples.of(data.matrix, data.labels), Penalty.STANDARD);
        double error = 0;
        for (int i = 0; i < data.labels.length; i++) {
            error += Math.abs(Calibration.sigmoid(scorecard.margin(data.matrix.row(i))) - data.truth[i])
                    / data.labels.length;
        }
        assertThat(error).isLessThan(0.04);
    }

    @Test
    void theSameRowsGiveTheSameScorecard() {
        TestRows data = TestRows.of(500, 4, 9);
        Examples examples = Examples.of(data.matrix, data.labels);
        float[] row = data.matrix.row(3);
        assertThat(ScorecardLearner.fit(examples, Penalty.STANDARD).margin(row))
                .isEqualTo(ScorecardLearner.fit(examples, Penalty.STANDARD).margin(row), within(0.0));
    }

    @Test
    void aHeavyPenaltyLeavesTheRateOfTheBook() {
        TestRows data = TestRows.of(2_000, 4, 9);
        Examples examples = Examples.of(data.matrix, data.labels);
        Scorecard scorecard = ScorecardLearner.fit(examples, new Penalty(1e9, 1e9));
        assertThat(Calibration.sigmoid(scorecard.margin(data.matrix.row(3)))).isEqualTo(examples.mean(), within(1e-4));
    }

    /** At the optimum each bin's gradient is what its penalty asks for; with next to none, residuals cancel. */
    @Test
    void withoutPenaltyEveryBinIsRightOnAverage() {
        TestRows data = TestRows.of(5_000, 3, 4);
        Scorecard scorecard = ScorecardLearner.fit(Examples.of(data.matrix, data.labels), new Penalty(1e-6, 1e-6));
        for (int column = 0; column < 3; column++) {
            Bins bins = Bins.of(data.matrix, column, 16);
            double[] residuals = new double[bins.count()];
            for (int i = 0; i < data.labels.length; i++) {
                residuals[bins.bin(data.matrix.get(i, column))] +=
                        data.labels[i] - Calibration.sigmoid(scorecard.margin(data.matrix.row(i)));
            }
            for (double residual : residuals) {
                assertThat(residual).isEqualTo(0, within(0.05));
            }
        }
    }

    @Test
    void aBlendsMarginIsTheMeanOfBoth() {
        TestRows data = TestRows.of(2_000, 5, 7);
        Examples examples = Examples.of(data.matrix, data.labels);
        Scorecard scorecard = ScorecardLearner.fit(examples, Penalty.STANDARD);
        FittedTrees trees = TreeLearner.ofProbability(examples).fit(new TreeSettings(20, 0.1, 3, 1, 0.8, 0.8, 1, 42));
        FlatEnsemble blend = Blend.of(trees, scorecard, 0.6);
        for (int i = 0; i < 2_000; i++) {
            float[] row = data.matrix.row(i);
            assertThat(blend.margin(row))
                    .isEqualTo(0.6 * trees.flat().margin(row) + 0.4 * scorecard.margin(row), within(1e-5));
        }
        assertThat(Blend.of(trees, scorecard, 1)).isSameAs(trees.flat());
    }
}
