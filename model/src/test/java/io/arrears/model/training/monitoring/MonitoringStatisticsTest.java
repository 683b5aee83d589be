package io.arrears.model.training.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pieces of the checks against tables, definitions and draws. */
final class MonitoringStatisticsTest {
    private static Matured book(long seed, int rows, double shift, double slope, boolean pairs) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] predicted = new double[rows];
        double[] observed = new double[rows];
        int[] debtors = new int[rows];
        for (int i = 0; i < rows; i++) {
            double margin = 1.5 * random.nextGaussian();
            predicted[i] = 1 / (1 + Math.exp(-margin));
            observed[i] = random.nextDouble() < 1 / (1 + Math.exp(-shift - slope * margin)) ? 1 : 0;
            debtors[i] = i;
            if (pairs && i % 2 == 1) {
                predicted[i] = predicted[i - 1];
                observed[i] = observed[i - 1];
                debtors[i] = debtors[i - 1];
            }
        }
        return new Matured(predicted, observed, debtors);
    }

    private static int[] all(Matured matured) {
        return IntStream.range(0, matured.rows()).toArray();
    }

    @Test
    void studentsQuantilesAreThoseOfTheTables() {
        assertThat(StudentT.quantile(0.995, 4)).isBetween(4.604, 4.604 * 1.02);
        assertThat(StudentT.quantile(0.995, 10)).isBetween(3.169, 3.169 * 1.01);
        assertThat(StudentT.quantile(0.0005, 20)).isBetween(-3.850 * 1.01, -3.850);
        assertThat(StudentT.quantile(0.975, 1e6)).isCloseTo(1.959964, within(1e-4));
        assertThat(StudentT.asNormal(StudentT.quantile(0.99, 7), 7)).isCloseTo(NormalQuantile.of(0.99), within(1e-9));
    }

    @Test
    void estimatesFindASmallShiftAndTilt() {
        Matured matured = book(1, 60_000, 0.1, 0.95, false);
        double[] margins =
                Arrays.stream(matured.predicted).map(p -> Math.log(p / (1 - p))).toArray();
        Estimate shift = Estimate.shift(matured, all(matured));
        Estimate tilt = Estimate.tilt(matured, margins);

        assertThat(shift.value()).isCloseTo(0.1, within(3 * shift.error()));
        assertThat(tilt.value()).isCloseTo(-0.05, within(3 * tilt.error()));
    }

    @Test
    void twinsCountOnce() {
        Matured twins = book(2, 4000, 0, 1, true);
        Matured apart = new Matured(twins.predicted, twins.observed);

        double together = Estimate.shift(twins, all(twins)).error();
        assertThat(together / Estimate.shift(apart, all(apart)).error()).isCloseTo(Math.sqrt(2), within(0.06));
        assertThat(ClusteredLine.of(twins).slopeError()
                        / ClusteredLine.of(apart).slopeError())
                .isCloseTo(Math.sqrt(2), within(0.1));
    }

    @Test
    void theLineIsFoundWithinItsError() {
        ClusteredLine line = ClusteredLine.of(book(3, 30_000, -0.4, 0.8, false));
        assertThat(line.slope()).isCloseTo(0.8, within(3 * line.slopeError()));
        assertThat(line.slopeError()).isBetween(0.005, 0.03);
        assertThat(line.intercept()).isNegative();
    }

    @Test
    void calibrationIntervalsHoldTheTruthNineteenTimesInTwenty() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            ClusteredLine line = ClusteredLine.of(book(seed, 1000, 0, 1, true));
            held += Math.abs(line.slope() - 1) < 1.96 * line.slopeError() ? 1 : 0;
            held += Math.abs(line.intercept()) < 1.96 * line.interceptError() ? 1 : 0;
        }
        assertThat(held / 400.0).isCloseTo(0.95, within(0.035));
    }

    @Test
    void whatComesAndGoesWithCyclesIsLearned() {
        SplittableRandom random = new SplittableRandom(4);
        Forecast restless = new Forecast(Signal.Kind.LEVEL, 0);
        Forecast calm = new Forecast(Signal.Kind.LEVEL, 0);
        for (int cycle = 0; cycle < 60; cycle++) {
            restless.learn(new Estimate(0.3 * random.nextGaussian(), 0.03, 5000));
            calm.learn(new Estimate(0.2 + 0.05 * random.nextGaussian(), 0.03, 5000));
        }
        assertThat(Math.sqrt(restless.passing())).isCloseTo(0.3, within(0.1));
        assertThat(calm.judge(new Estimate(0.2, 0.03, 5000), 0.01).expected()).isCloseTo(0.2, within(0.05));
        assertThat(restless.judge(new Estimate(-0.5, 0.03, 5000), 0.01).isAlarm())
                .isFalse();
        assertThat(calm.judge(new Estimate(-0.5, 0.03, 5000), 0.01).isAlarm()).isTrue();
    }

    @Test
    void anAlarmIsAStepThatTheInputNeverMade() {
        double[] ageing = {0.3, 0.28, 0.33, 0.31, 0.27, 0.3};
        double[] still = {0.004, 0.006, 0.003, 0.005, 0.004, 0.006};
        assertThat(Habit.limit(ageing, 100)).isGreaterThan(1);
        assertThat(Habit.limit(still, 100)).isBetween(0.01, 0.5);
        assertThat(Habit.limit(new double[] {0.1, 0.1}, 100)).isInfinite();
    }

    @Test
    void stepsOfUsualInputsPassTheLimitNoMoreThanStated() {
        SplittableRandom random = new SplittableRandom(5);
        int runs = 3000;
        int alarms = 0;
        for (int run = 0; run < runs; run++) {
            boolean any = false;
            for (int input = 0; input < 20; input++) {
                double[] steps = IntStream.range(0, 9)
                        .mapToDouble(i -> 0.05 * Math.exp(0.5 * random.nextGaussian()))
                        .toArray();
                any |= steps[8] > Habit.limit(Arrays.copyOf(steps, 8), 20);
            }
            alarms += any ? 1 : 0;
        }
        assertThat(alarms / (double) runs).isLessThan(Habit.FALSE_ALARMS * 2);
    }

    @Test
    void correctionsBringPredictionsHomeAndLeaveQuietOnesAlone() {
        Matured changed = book(6, 5000, -0.8, 1, false);
        Recalibration correction = Recalibration.of(changed, Map.of("a", all(changed)));
        double corrected = Arrays.stream(changed.predicted)
                .map(p -> correction.of(p, "a"))
                .average()
                .orElseThrow();

        assertThat(corrected).isCloseTo(changed.meanObserved(), within(0.01));
        assertThat(Recalibration.of(book(7, 5000, 0, 1, false), Map.of()).isNothing())
                .isTrue();
    }

    @Test
    void correctionsAreLearnedPerPart() {
        Matured calm = book(8, 3000, 0, 1, false);
        Matured struck = book(9, 3000, -1.2, 1, false);
        Matured both = new Matured(join(calm.predicted, struck.predicted), join(calm.observed, struck.observed));
        Recalibration correction = Recalibration.of(
                both,
                Map.of(
                        "calm", IntStream.range(0, 3000).toArray(),
                        "struck", IntStream.range(3000, 6000).toArray()));

        assertThat(correction.of(0.5, "calm")).isCloseTo(0.5, within(0.05));
        assertThat(correction.of(0.5, "struck")).isCloseTo(1 / (1 + Math.exp(1.2)), within(0.05));
    }

    private static double[] join(double[] first, double[] second) {
        double[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Test
    void ranksAreTheMiddlesOfTheReferencesBins() {
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();
        double[] ranks = StabilityIndex.of(values).ranks(new double[] {-5, 0, 500, 999, Double.NaN});
        assertThat(ranks[0]).isCloseTo(-0.45, within(0.06));
        assertThat(ranks[2]).isCloseTo(0, within(0.06));
        assertThat(ranks[3]).isCloseTo(0.45, within(0.01));
        assertThat(ranks[4]).isNaN();
    }
}
