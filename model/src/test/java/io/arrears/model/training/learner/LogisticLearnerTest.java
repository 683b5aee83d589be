package io.arrears.model.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import org.junit.jupiter.api.Test;

final class LogisticLearnerTest {
    @Test
    void theScorecardFindsTheProbabilities() {
        TestRows data = TestRows.of(20_000, 4, 9);
        Scorecard scorecard = LogisticLearner.fit(data.matrix, data.labels, 1);
        double error = 0;
        for (int i = 0; i < data.labels.length; i++) {
            error += Math.abs(Calibration.sigmoid(scorecard.margin(data.matrix.row(i))) - data.truth[i])
                    / data.labels.length;
        }
        assertThat(error).isLessThan(0.04);
    }

    @Test
    void theSameSeedGivesTheSameScorecard() {
        TestRows data = TestRows.of(500, 4, 9);
        float[] row = data.matrix.row(3);
        assertThat(LogisticLearner.fit(data.matrix, data.labels, 1).margin(row))
                .isEqualTo(LogisticLearner.fit(data.matrix, data.labels, 1).margin(row), within(0.0));
    }
}
