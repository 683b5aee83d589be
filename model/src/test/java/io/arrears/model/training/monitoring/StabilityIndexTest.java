package io.arrears.model.training.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The population stability index against its definition, on books that moved and books that did not. */
final class StabilityIndexTest {
    private static double[] draw(long seed, int rows, DoubleUnaryOperator of) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, rows)
                .mapToDouble(i -> of.applyAsDouble(random.nextDouble()))
                .toArray();
    }

    /** A tenth is missing; the rest are whole numbers from 0 to 19, with many ties. */
    private static double coarse(double u) {
        return u < 0.1 ? Double.NaN : Math.floor(u * u * 20);
    }

    private static Drift drift(double[] before, double[] now) {
        return StabilityIndex.of(before).drift("days_past_due", now, before.length, 150);
    }

    @Test
    void equalsItsDefinition() {
        for (int seed = 0; seed < 50; seed++) {
            double[] before = draw(seed, 40 + 13 * seed, StabilityIndexTest::coarse);
            double[] now = draw(1000 + seed, 60, u -> coarse(Math.sqrt(u)));

            assertThat(StabilityIndex.of(before).psi(now)).isCloseTo(slowPsi(before, now), within(1e-12));
        }
    }

    @Test
    void theSameBookHasNotMoved() {
        double[] before = draw(1, 5000, u -> u);

        assertThat(StabilityIndex.of(before).psi(before)).isZero();
    }

    @Test
    void aQuietBookIsQuietHoweverSmall() {
        for (int rows : new int[] {50, 200, 2000}) {
            for (int seed = 0; seed < 200; seed++) {
                Drift drift = drift(draw(seed, 2000, u -> u), draw(5000 + seed, rows, u -> u));

                assertThat(drift.level()).as("%d rows, seed %d", rows, seed).isEqualTo(DriftLevel.QUIET);
            }
        }
    }

    @Test
    void aMovedBookIsSeen() {
        double[] before = draw(1, 5000, u -> u);

        assertThat(drift(before, draw(2, 3000, u -> Math.pow(u, 0.67))).level()).isEqualTo(DriftLevel.WATCH);
        assertThat(drift(before, draw(3, 3000, u -> 0.6 * u)).level()).isEqualTo(DriftLevel.ACT);
    }

    @Test
    void valuesThatAreNoLongerKnownAreSeen() {
        Drift drift = drift(draw(1, 5000, u -> u), draw(2, 3000, u -> u < 0.3 ? Double.NaN : u));

        assertThat(drift.level()).isEqualTo(DriftLevel.ACT);
        assertThat(drift.missingBefore()).isZero();
        assertThat(drift.missingNow()).isCloseTo(0.3, within(0.05));
    }

    @Test
    void aConstantThatChangesIsSeenInBothDirections() {
        double[] zeros = new double[1000];
        double[] ones = draw(1, 1000, u -> 1);
        double[] unknown = draw(1, 1000, u -> Double.NaN);

        assertThat(drift(zeros, ones).level()).isEqualTo(DriftLevel.ACT);
        assertThat(drift(ones, zeros).level()).isEqualTo(DriftLevel.ACT);
        assertThat(drift(unknown, ones).level()).isEqualTo(DriftLevel.ACT);
        assertThat(drift(zeros, zeros).psi()).isZero();
    }

    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-7));
        assertThat(NormalQuantile.of(0.0001)).isCloseTo(-3.719016485455709, within(1e-7));
        assertThat(NormalQuantile.chiSquare(0.99, 10)).isCloseTo(23.209, within(0.1));
        assertThat(NormalQuantile.chiSquare(0.9999, 10)).isCloseTo(35.564, within(0.5));
    }

    private static double slowPsi(double[] before, double[] now) {
        double[] known =
                Arrays.stream(before).filter(v -> !Double.isNaN(v)).sorted().toArray();
        TreeSet<Double> ends = new TreeSet<>();
        for (int k = 1; k < 10; k++) {
            ends.add(known[known.length * k / 10]);
        }
        if (ends.first() == known[0]) {
            ends.add(Math.nextDown(known[0]));
        }
        ends.add(Double.POSITIVE_INFINITY);
        int bins = ends.size() + 1;
        double sum = term(
                count(before, Double.NaN, Double.NaN),
                before.length,
                count(now, Double.NaN, Double.NaN),
                now.length,
                bins);
        double from = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            sum += term(count(before, from, end), before.length, count(now, from, end), now.length, bins);
            from = end;
        }
        return sum;
    }

    private static double term(long before, int rowsBefore, long now, int rowsNow, int bins) {
        double p = (before + 0.5) / (rowsBefore + 0.5 * bins);
        double q = (now + 0.5) / (rowsNow + 0.5 * bins);
        return (q - p) * Math.log(q / p);
    }

    private static long count(double[] values, double above, double through) {
        return Arrays.stream(values)
                .filter(v -> Double.isNaN(through) ? Double.isNaN(v) : v > above && v <= through)
                .count();
    }
}
