package io.arrears.model.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class CalibrationFitterTest {
    /** Margins whose true probability is {@code truth} of them. */
    private static Calibration fit(int n, DoubleUnaryOperator truth) {
        SplittableRandom random = new SplittableRandom(3);
        double[] margins = new double[n];
        double[] labels = new double[n];
        boolean[] judge = new boolean[n];
        for (int i = 0; i < n; i++) {
            margins[i] = random.nextDouble() * 8 - 4;
            labels[i] = random.nextDouble() < truth.applyAsDouble(margins[i]) ? 1 : 0;
            judge[i] = i % 2 == 0;
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return CalibrationFitter.fit(new CalibrationRows(margins, labels, weights, judge));
    }

    @Test
    void calibratedMarginsAreLeftAlone() {
        assertThat(fit(20_000, Calibration::sigmoid).method()).isEqualTo("identity");
    }

    @Test
    void stretchedMarginsArePulledBack() {
        Calibration fitted = fit(20_000, m -> Calibration.sigmoid(0.4 * m - 1));
        for (double margin = -3; margin <= 3; margin += 0.5) {
            assertThat(fitted.probability(margin)).isEqualTo(Calibration.sigmoid(0.4 * margin - 1), within(0.03));
        }
    }

    @Test
    void aStepIsFoundByIsotonicRegressionAndStaysMonotone() {
        Calibration fitted = fit(20_000, m -> m < 0 ? 0.1 : 0.7);
        assertThat(fitted.method()).isEqualTo("isotonic");
        assertThat(fitted.probability(-2)).isEqualTo(0.1, within(0.03));
        assertThat(fitted.probability(2)).isEqualTo(0.7, within(0.03));
        double before = 0;
        for (double margin = -5; margin <= 5; margin += 0.01) {
            assertThat(fitted.probability(margin)).isGreaterThanOrEqualTo(before);
            before = fitted.probability(margin);
        }
    }

    @Test
    void tooLittleDataIsLeftAlone() {
        assertThat(fit(60, m -> 0.1).method()).isEqualTo("identity");
    }
}
