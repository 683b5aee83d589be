package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What prices mean, and that the short way to them leads where the long one does. */
final class PriceTest {
    /**
     * The best value is concave in a capacity, so its price lies between what the last units brought and what the next
     * would bring. It is one of many prices where these two differ (where accounts are few and the curve has a corner).
     */
    @Test
    void aPriceLiesBetweenWhatTheLastUnitsBroughtAndTheNextWouldBring() {
        for (long seed = 1; seed < 5; seed++) {
            AllocationProblem problem = Books.random(seed, 10_000, 8, 0.2);
            Allocation found = Allocator.allocate(problem);
            double slack = 1e-6 * found.dualBound();
            for (int k = 0; k < problem.capacities(); k++) {
                double step = 0.01 * problem.limits().most()[k];
                double next = bound(problem, k, step) - found.dualBound();
                double last = found.dualBound() - bound(problem, k, -step);
                assertThat(found.prices()[k] * step)
                        .as("seed %d capacity %d", seed, k)
                        .isBetween(next - slack, last + slack);
                assertThat(next / step).isCloseTo(found.prices()[k], within(0.1 * found.prices()[k] + 1e-3));
            }
        }
    }

    private static double bound(AllocationProblem problem, int capacity, double more) {
        double[] most = problem.limits().most().clone();
        most[capacity] += more;
        return Allocator.allocate(problem.under(new Limits(problem.limits().least(), most)))
                .dualBound();
    }

    @Test
    void aPriceBelowZeroIsWhatOneUnitLessDemandedWouldBring() {
        double[] merits = new double[2 * 5000];
        for (int i = 0; i < 5000; i++) {
            merits[2 * i + 1] = 10 - i * 0.01;
        }
        double[][][] uses = {{{0}, {1}}};
        Limits limits = new Limits(new double[] {3000}, new double[] {4000});
        Allocation found = Allocator.allocate(new AllocationProblem(merits, null, new AllocationTerms(uses, limits)));
        assertThat(found.used()[0]).isEqualTo(3000);
        assertThat(found.prices()[0]).isCloseTo(10 - 3000 * 0.01, within(0.02));
        assertThat(found.gap()).isLessThan(1e-6);
    }

    /** The slow way: every account contested at every step. */
    @Test
    void theBoundaryGivesTheSameBoundAsTheWholeBook() {
        for (long seed = 0; seed < 4; seed++) {
            for (AllocationProblem problem :
                    new AllocationProblem[] {Books.random(seed, 20_000, 9, 0.3), Books.large(seed, 20_000)}) {
                DualSearch.Found found = DualSearch.search(problem);
                Boundary whole = Boundary.of(problem, PriceBox.widest(problem.terms(), problem.span()));
                double bound = found.boundary().bound(found.prices(), problem.limits());
                assertThat(bound).isCloseTo(whole.bound(found.prices(), problem.limits()), within(1e-9 * bound));
                double[] charges = problem.terms().charges(found.prices());
                long[] chosen = new long[problem.terms().rows()];
                for (int i = 0; i < problem.accounts(); i++) {
                    chosen[problem.firstRow(i) + problem.best(i, charges)]++;
                }
                assertThat(found.boundary().chosen(found.prices())).isEqualTo(chosen);
                assertThat(found.boundary().allAccounts()).isEqualTo(problem.accounts());
            }
        }
    }

    @Test
    void theCurveOfACapacityIsConcaveAndPassesThroughThePlan() {
        AllocationProblem problem = Books.random(3, 8_000, 8, 0.2);
        Allocation found = Allocator.allocate(problem);
        var curves = WhatIf.curves(problem, new double[problem.capacities()], 0, found.dualBound());
        assertThat(curves).hasSize(8 * problem.capacities());
        for (int k = 0; k < problem.capacities(); k++) {
            for (int p = 1; p < 8; p++) {
                WhatIf before = curves.get(8 * k + p - 1);
                WhatIf here = curves.get(8 * k + p);
                double slope = (here.value() - before.value()) / (here.limit() - before.limit());
                double tolerance = 1e-3 * before.price() + 1e-6;
                assertThat(slope).isBetween(here.price() - tolerance, before.price() + tolerance);
            }
            assertThat(curves.get(8 * k + 3).value()).isCloseTo(found.dualBound(), within(1e-9 * found.dualBound()));
        }
    }

    @Test
    void theFastExponentialIsTheExponential() {
        for (double x = -40; x <= 0; x += 0.0137) {
            assertThat(Exponential.of(x)).isCloseTo(Math.exp(x), within(1e-12 * Math.exp(x)));
        }
        assertThat(Exponential.of(0)).isEqualTo(1);
    }
}
