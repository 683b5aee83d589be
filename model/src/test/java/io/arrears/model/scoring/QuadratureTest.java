package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuadratureTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 12, 40})
    void powersUpToItsDegreeAreIntegratedExactly(int n) {
        Quadrature quadrature = Quadrature.of(n);
        for (int power = 0; power < 2 * n; power++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += quadrature.weights()[i] * Math.pow(quadrature.points()[i], power);
            }
            assertThat(sum).as("power %d", power).isEqualTo(1.0 / (power + 1), within(1e-13));
        }
    }
}
