package io.arrears.model.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures over accounts and their intervals. */
final class AccountEstimateTest {
    @Test
    void intervalsAreStudentsAndWiderWhereFewAccountsWeighMuch() {
        double[] even = IntStream.range(0, 1_000).mapToDouble(i -> i % 2).toArray();
        double[] heavy = even.clone();
        heavy[1] = 500;
        double[] ones = IntStream.range(0, 1_000).mapToDouble(i -> 1).toArray();
        AccountEstimate light = AccountEstimate.ratio(even, ones);

        assertThat(AccountEstimate.student(1e9)).isCloseTo(1.95996, within(1e-5));
        assertThat(AccountEstimate.student(30)).isCloseTo(2.04227, within(1e-4));
        assertThat(AccountEstimate.student(3)).isCloseTo(3.18245, within(0.03));
        assertThat(light.interval().high() - 0.5).isCloseTo(1.96 * 0.5 / Math.sqrt(1_000), within(1e-4));
        AccountEstimate one = AccountEstimate.ratio(heavy, ones);
        double error = Math.sqrt(Arrays.stream(one.influences()).map(e -> e * e).sum());
        assertThat(one.interval().high() - one.value()).isGreaterThan(3 * error);
        assertThat(one.minus(one).interval()).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void aMeanTakesTheRowsOfAnAccountTogether() {
        double[] values = {1, 2, 6, 3};
        AccountEstimate byAccount = AccountEstimate.mean(values, new int[] {7, 7, -1, 900});

        assertThat(byAccount.value()).isEqualTo(3);
        assertThat(byAccount).satisfies(found -> assertThat(found.influences()).containsExactly(-0.75, 0.75, 0));
        assertThat(byAccount.error()).isCloseTo(Math.sqrt(2 * 0.75 * 0.75 * 3 / 2), within(1e-12));
        assertThat(AccountEstimate.mean(values, new int[4]).error()).isNaN();
    }
}
