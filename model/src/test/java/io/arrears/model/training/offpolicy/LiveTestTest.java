package io.arrears.model.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.training.evaluation.Interval;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Live tests that are looked at every day for 90 days, on cash as it comes: mostly nothing, sometimes a lot. */
final class LiveTestTest {
    private static final int RUNS = 10_000;
    private static final int DAYS = 90;
    private static final int ACCOUNTS_A_DAY = 40;
    private static final double ALPHA = 0.05;

    /** A quarter pays, log-normally around 55. */
    private static double cash(SplittableRandom random) {
        return random.nextDouble() < 0.25 ? Math.exp(4 + random.nextGaussian()) : 0;
    }

    /** The verdict of the first day that has one. */
    private static LiveTest.Verdict watch(long seed, double share, double gain) {
        SplittableRandom random = new SplittableRandom(seed);
        LiveTest test = new LiveTest(ALPHA, share);
        for (int day = 0; day < DAYS; day++) {
            for (int i = 0; i < ACCOUNTS_A_DAY; i++) {
                boolean challenger = random.nextDouble() < share;
                test.add(challenger, cash(random) + (challenger ? gain : 0));
            }
            if (test.verdict() != LiveTest.Verdict.GO_ON) {
                return test.verdict();
            }
        }
        return LiveTest.Verdict.GO_ON;
    }

    private static double share(LiveTest.Verdict verdict, int runs, double share, double gain) {
        return IntStream.range(0, runs)
                        .parallel()
                        .filter(run -> watch(7919L * run, share, gain) == verdict)
                        .count()
                / (double) runs;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.2})
    void lookingEveryDayPromotesNoEqualChallengerMoreOftenThanSaid(double share) {
        double promoted = share(LiveTest.Verdict.PROMOTE, RUNS, share, 0);
        double stopped = share(LiveTest.Verdict.STOP, RUNS, share, 0);
        System.out.printf(
                "%,d tests of equals at share %s: %.4f promoted, %.4f stopped%n", RUNS, share, promoted, stopped);

        assertThat(promoted + stopped).isLessThanOrEqualTo(ALPHA);
    }

    @Test
    void anIntervalThatHoldsOnOneDayOnlyWouldNot() {
        long wrong = IntStream.range(0, 500)
                .filter(run -> {
                    SplittableRandom random = new SplittableRandom(run);
                    double sum = 0;
                    double squares = 0;
                    for (int n = 1; n <= DAYS * ACCOUNTS_A_DAY; n++) {
                        double gain = (random.nextBoolean() ? 2 : -2) * (cash(random) - 22);
                        sum += gain;
                        squares += gain * gain;
                        if (n >= 200 && n % ACCOUNTS_A_DAY == 0 && Math.abs(sum) > 1.96 * Math.sqrt(squares)) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();

        assertThat(wrong).isGreaterThan(50);
    }

    @Test
    void aBetterChallengerIsPromotedAndAWorseOneStopped() {
        assertThat(share(LiveTest.Verdict.PROMOTE, 200, 0.5, 15)).isGreaterThan(0.95);
        assertThat(share(LiveTest.Verdict.STOP, 200, 0.5, -15)).isGreaterThan(0.95);
    }

    @Test
    void theGainIsTheDifferenceOfMeansWithoutWhatAllShare() {
        SplittableRandom random = new SplittableRandom(5);
        LiveTest test = new LiveTest(ALPHA, 0.3);
        LiveTest shifted = new LiveTest(ALPHA, 0.3);
        for (int i = 0; i < 20_000; i++) {
            boolean challenger = random.nextDouble() < 0.3;
            double reward = random.nextGaussian() + (challenger ? 2 : 0);
            test.add(challenger, reward);
            shifted.add(challenger, reward + 1_000);
        }
        Interval gain = test.gain();

        assertThat(gain.value()).isCloseTo(2, within(0.1));
        assertThat(gain.low()).isLessThan(2);
        assertThat(gain.high()).isGreaterThan(2);
        assertThat(shifted.gain().value()).isCloseTo(2, within(0.5));
        assertThat(test.outcomes(true) + test.outcomes(false)).isEqualTo(20_000);
    }

    @Test
    void fewOutcomesSayNothing() {
        LiveTest test = new LiveTest(ALPHA, 0.5);
        for (int i = 0; i < 2 * LiveTest.LEAST_OUTCOMES - 2; i++) {
            test.add(i % 2 == 0, i % 2 == 0 ? 1_000 : 0);
        }

        assertThat(test.gain().low()).isNaN();
        assertThat(test.verdict()).isEqualTo(LiveTest.Verdict.GO_ON);
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new LiveTest(0, 0.5)).hasMessageContaining("alpha 0.0");
        assertThatThrownBy(() -> new LiveTest(0.05, 1)).hasMessageContaining("challenger share 1.0");
        assertThatThrownBy(() -> new LiveTest(0.05, 0.5).add(true, Double.NaN)).hasMessageContaining("reward NaN");
    }
}
