package io.arrears.model.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each figure against the slow, obvious way to compute it, with many ties. */
final class FiguresTest {
    private record Case(double[] p, double[] y) {
        static Case random(long seed, int n, int distinct) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] p = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                p[i] = (1 + random.nextInt(distinct)) / (distinct + 1.0);
                y[i] = random.nextDouble() < p[i] ? 1 : 0;
            }
            y[0] = 0;
            y[1] = 1;
            return new Case(p, y);
        }
    }

    @Property(tries = 200)
    void twins(
            @ForAll long seed,
            @ForAll @IntRange(min = 15, max = 120) int n,
            @ForAll @IntRange(min = 1, max = 60) int k) {
        Case c = Case.random(seed, n, k);
        Ranked ranked = Ranked.of(c.p(), c.y());
        double[] unit = ranked.unitWeights();
        assertThat(Figures.auc(ranked, unit)).isEqualTo(slowAuc(c), within(1e-12));
        assertThat(Figures.ks(ranked, unit)).isEqualTo(slowKs(c), within(1e-12));
        assertThat(Figures.ece(ranked, unit)).isEqualTo(slowEce(c), within(1e-9));
        assertThat(Figures.lift(ranked, unit, 0.2)).isEqualTo(slowLift(c, 0.2), within(1e-9));
        assertThat(Figures.brier(ranked, unit)).isEqualTo(slowBrier(c), within(1e-12));
    }

    @Property(tries = 100)
    void aWeightIsARepeatedRow(@ForAll long seed, @ForAll @IntRange(min = 15, max = 60) int n) {
        Case c = Case.random(seed, n, 12);
        Ranked ranked = Ranked.of(c.p(), c.y());
        double[] twice = ranked.unitWeights();
        twice[3] = 2;
        Case repeated = new Case(Arrays.copyOf(c.p(), n + 1), Arrays.copyOf(c.y(), n + 1));
        repeated.p()[n] = ranked.predictions[3];
        repeated.y()[n] = ranked.labels[3];
        Ranked longer = Ranked.of(repeated.p(), repeated.y());
        assertThat(Figures.auc(ranked, twice)).isEqualTo(Figures.auc(longer, longer.unitWeights()), within(1e-12));
        assertThat(Figures.ks(ranked, twice)).isEqualTo(Figures.ks(longer, longer.unitWeights()), within(1e-12));
        assertThat(Figures.ece(ranked, twice)).isEqualTo(Figures.ece(longer, longer.unitWeights()), within(1e-9));
    }

    private static double slowAuc(Case c) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < c.p().length; i++) {
            for (int j = 0; j < c.p().length; j++) {
                if (c.y()[i] == 1 && c.y()[j] == 0) {
                    pairs++;
                    wins += c.p()[i] > c.p()[j] ? 1 : c.p()[i] == c.p()[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    private static double slowKs(Case c) {
        double gap = 0;
        for (double threshold : c.p()) {
            gap = Math.max(gap, Math.abs(below(c, threshold, 1) - below(c, threshold, 0)));
        }
        return gap;
    }

    private static double below(Case c, double threshold, double label) {
        double all = 0;
        double in = 0;
        for (int i = 0; i < c.p().length; i++) {
            if (c.y()[i] == label) {
                all++;
                in += c.p()[i] <= threshold ? 1 : 0;
            }
        }
        return in / all;
    }

    /** Every row cut into 15 equal parts, so that bins hold whole parts; ties carry their mean label. */
    private static double slowEce(Case c) {
        int n = c.p().length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(c.p()[a], c.p()[b]));
        double ece = 0;
        for (int bin = 0; bin < 15; bin++) {
            double gap = 0;
            for (int part = bin * n; part < (bin + 1) * n; part++) {
                double p = c.p()[order[part / 15]];
                gap += p - meanLabel(c, p);
            }
            ece += Math.abs(gap) / (15.0 * n);
        }
        return ece;
    }

    private static double meanLabel(Case c, double p) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < c.p().length; i++) {
            if (c.p()[i] == p) {
                sum += c.y()[i];
                count++;
            }
        }
        return sum / count;
    }

    private static double slowLift(Case c, double share) {
        double[] sorted = c.p().clone();
        Arrays.sort(sorted);
        double wanted = share * sorted.length;
        double found = 0;
        for (int i = sorted.length - 1; i >= 0 && wanted > 0; i--) {
            found += Math.min(1, wanted) * meanLabel(c, sorted[i]);
            wanted--;
        }
        return found / Arrays.stream(c.y()).sum() / share;
    }

    private static double slowBrier(Case c) {
        double sum = 0;
        for (int i = 0; i < c.p().length; i++) {
            sum += Math.pow(c.p()[i] - c.y()[i], 2) / c.p().length;
        }
        return sum;
    }

    @Test
    void deLongsIntervalIsAboutTheBootstraps() {
        Case c = Case.random(7, 3000, 500);
        Ranked ranked = Ranked.of(c.p(), c.y());
        Interval exact = DeLong.auc(ranked);
        Interval drawn = new Bootstrap(ranked.accounts, 1).of(w -> Figures.auc(ranked, w));
        assertThat(exact.low()).isEqualTo(drawn.low(), within(0.005));
        assertThat(exact.high()).isEqualTo(drawn.high(), within(0.005));
    }

    @Test
    void aCalibratedSampleHasSlopeOneAndADistortedOneNot() {
        Case c = Case.random(11, 40_000, 900);
        assertThat(CalibrationLine.of(c.p(), c.y(), Accounts.apart(40_000)).slope())
                .isEqualTo(1, within(0.05));
        double[] extreme = Arrays.stream(c.p())
                .map(p -> p * p / (p * p + (1 - p) * (1 - p)))
                .toArray();
        assertThat(CalibrationLine.of(extreme, c.y(), Accounts.apart(40_000)).slope())
                .isEqualTo(0.5, within(0.03));
    }

    @Test
    void oneClassLeavesRankingUndefined() {
        Assessment assessment =
                Assessment.withIntervals(new double[] {0.1, 0.2}, new double[] {0, 0}, Accounts.apart(2), 1);
        assertThat(assessment.value("auc")).isNaN();
        assertThat(assessment.value("ks")).isNaN();
        assertThat(assessment.value("brier")).isEqualTo(0.025, within(1e-12));
    }
}
