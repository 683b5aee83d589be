package io.arrears.model.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.learner.Matrix;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which of trees and scorecard the inner folds trust. */
final class InnerFitTest {
    private static InnerFit.Fitted fit(int count, ToDoubleBiFunction<Float, Float> logOdds) {
        Random random = new Random(7);
        float[][] columns = new float[2][count];
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            columns[0][i] = (float) random.nextGaussian();
            columns[1][i] = (float) random.nextGaussian();
            double p = Calibration.sigmoid(logOdds.applyAsDouble(columns[0][i], columns[1][i]));
            labels[i] = random.nextDouble() < p ? 1 : 0;
        }
        return new InnerFit(
                        new Matrix(List.of("a", "b"), columns, count),
                        labels,
                        LongStream.range(0, count).toArray(),
                        42)
                .fit();
    }

    @Test
    void onASmallTableOfSumsTheScorecardHasASay() {
        assertThat(fit(400, (a, b) -> 1.5 * a + b).share()).isLessThan(1);
    }

    @Test
    void whatOnlyBothColumnsTogetherTellGoesToTheTrees() {
        InnerFit.Fitted fitted = fit(3000, (a, b) -> a * b > 0 ? 2 : -2);
        assertThat(fitted.share()).isEqualTo(1);
        assertThat(fitted.probability(new float[] {1, 1})).isCloseTo(Calibration.sigmoid(2), within(0.1));
        assertThat(fitted.probability(new float[] {-1, 1})).isCloseTo(Calibration.sigmoid(-2), within(0.1));
    }
}
