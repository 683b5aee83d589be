package io.arrears.model.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rows of one account are one piece of evidence: saying everything twice makes no interval narrower. */
final class AccountsCountOnceTest {
    private record Book(double[] predicted, double[] observed) {
        static Book random(long seed, int rows) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] predicted = random.doubles(rows)
                    .map(u -> 0.05 + Math.round(18 * u) / 20.0)
                    .toArray();
            double[] observed = Arrays.stream(predicted)
                    .map(p -> random.nextDouble() < p ? 1 : 0)
                    .toArray();
            observed[0] = 0;
            observed[1] = 1;
            observed[2] = 0;
            observed[3] = 1;
            return new Book(predicted, observed);
        }

        Book twice() {
            return new Book(twice(predicted), twice(observed));
        }

        private static double[] twice(double[] values) {
            return IntStream.range(0, 2 * values.length)
                    .mapToDouble(i -> values[i / 2])
                    .toArray();
        }
    }

    @Property(tries = 50)
    void sayingEverythingTwiceChangesNoInterval(@ForAll long seed, @ForAll @IntRange(min = 40, max = 200) int rows) {
        Book book = Book.random(seed, rows);
        Book twice = book.twice();
        Assessment once = Assessment.withIntervals(book.predicted(), book.observed(), Accounts.apart(rows), 3);
        int[] pairs = IntStream.range(0, 2 * rows).map(i -> i / 2).toArray();
        Assessment doubled = Assessment.withIntervals(twice.predicted(), twice.observed(), pairs, 3);
        for (String figure : new String[] {"auc", "gini", "brier", "log_loss", "calibration_slope"}) {
            Interval of = once.figures().get(figure);
            Interval now = doubled.figures().get(figure);
            assertThat(now.value()).isEqualTo(of.value(), within(1e-6));
            assertThat(now.low()).as("%s low", figure).isEqualTo(of.low(), within(1e-6));
            assertThat(now.high()).as("%s high", figure).isEqualTo(of.high(), within(1e-6));
        }
        Assessment naive = Assessment.withIntervals(twice.predicted(), twice.observed(), Accounts.apart(2 * rows), 3);
        assertThat(width(naive, "auc")).isLessThan(width(doubled, "auc"));
    }

    private static double width(Assessment assessment, String figure) {
        Interval interval = assessment.figures().get(figure);
        return interval.high() - interval.low();
    }

    @Property(tries = 50)
    void withoutTwinsItIsDeLongs(@ForAll long seed, @ForAll @IntRange(min = 10, max = 80) int rows) {
        Book book = Book.random(seed, rows);
        Interval fast = DeLong.auc(Ranked.of(book.predicted(), book.observed()));
        double error = slowError(book, fast.value());
        assertThat(fast.low()).isEqualTo(Math.max(0, fast.value() - Interval.Z95 * error), within(1e-9));
    }

    /** DeLong's variance by comparing every positive with every negative. */
    private static double slowError(Book book, double auc) {
        double[] positives = of(book, 1);
        double[] negatives = of(book, 0);
        double over = 0;
        for (double positive : positives) {
            double below = Arrays.stream(negatives)
                    .map(n -> above(positive, n))
                    .average()
                    .orElseThrow();
            over += (below - auc) * (below - auc) / (positives.length - 1) / positives.length;
        }
        for (double negative : negatives) {
            double above = Arrays.stream(positives)
                    .map(p -> above(p, negative))
                    .average()
                    .orElseThrow();
            over += (above - auc) * (above - auc) / (negatives.length - 1) / negatives.length;
        }
        return Math.sqrt(over);
    }

    private static double above(double positive, double negative) {
        return positive > negative ? 1 : positive == negative ? 0.5 : 0;
    }

    private static double[] of(Book book, double label) {
        return IntStream.range(0, book.predicted().length)
                .filter(i -> book.observed()[i] == label)
                .mapToDouble(i -> book.predicted()[i])
                .toArray();
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            Book book = Book.random(seed, 600).twice();
            int[] pairs = IntStream.range(0, 1200).map(i -> i / 2).toArray();
            CalibrationLine line = CalibrationLine.of(book.predicted(), book.observed(), pairs);
            Interval slope = Interval.normal(line.slope(), line.slopeError());
            held += slope.low() <= 1 && 1 <= slope.high() ? 1 : 0;
        }
        assertThat(held).isBetween(178, 199);
    }

    @Test
    void cashCaughtIsTheShareOfTheAmountsOnTop() {
        double[] ranking = {9, 8, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] cash = {50, 0, 0, 0, 0, 0, 0, 0, 0, 50};
        var caught = Assessment.caught(ranking, cash, Accounts.apart(10), 1);
        assertThat(caught.get(10).value()).isEqualTo(0.5, within(1e-12));
        assertThat(caught.get(20).value()).isEqualTo(0.5, within(1e-12));
        assertThat(Assessment.caught(ranking, new double[10], Accounts.apart(10), 1))
                .isEmpty();
    }
}
