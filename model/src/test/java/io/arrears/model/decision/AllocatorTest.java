package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AllocatorTest {
    private static final double NO = Double.NaN;

    /** What an allocation falls short of the minima, then what it is worth. */
    private record Outcome(double shortfall, double value) {
        boolean beats(Outcome other) {
            return shortfall < other.shortfall || (shortfall == other.shortfall && value > other.value);
        }
    }

    private static Outcome outcome(AllocationProblem problem, int[] choice) {
        double value = 0;
        double[] used = new double[problem.capacities()];
        for (int i = 0; i < choice.length; i++) {
            value += problem.merit(i, choice[i]);
            for (int k = 0; k < used.length; k++) {
                used[k] += problem.use(i, choice[i], k);
            }
        }
        double shortfall = 0;
        for (int k = 0; k < used.length; k++) {
            if (used[k] > problem.limits().most()[k]) {
                return new Outcome(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
            }
            shortfall += Math.max(0, problem.limits().least()[k] - used[k]);
        }
        return new Outcome(shortfall, value);
    }

    private static Outcome bruteForce(AllocationProblem problem, int account, int[] choice) {
        if (account == choice.length) {
            return outcome(problem, choice);
        }
        Outcome best = new Outcome(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < problem.arms(); j++) {
            if (!Double.isNaN(problem.merit(account, j))) {
                choice[account] = j;
                Outcome found = bruteForce(problem, account + 1, choice);
                best = found.beats(best) ? found : best;
            }
        }
        return best;
    }

    private static void assertBest(AllocationProblem problem) {
        Allocation found = Allocator.allocate(problem);
        assertLawful(problem, found);
        Outcome wanted = bruteForce(problem, 0, new int[problem.accounts()]);
        Outcome had = outcome(problem, found.choice());
        assertThat(had.shortfall).isEqualTo(wanted.shortfall);
        assertThat(had.value).isCloseTo(wanted.value, within(1e-9));
    }

    @Property(tries = 400)
    void equalsBruteForceOnSmallBooks(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int accounts,
            @ForAll @IntRange(min = 2, max = 5) int arms) {
        assertBest(Books.random(seed, accounts, arms, 0.5));
        assertBest(Books.demanding(seed, accounts, arms, 0.5));
    }

    /** Three accounts, two arms, one capacity: all values, uses, limits and minima of a grid. */
    @Test
    void equalsBruteForceOnEverySmallBook() {
        double[] merits = {NO, -1, 1, 3};
        double[][] limits = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 2}, {2, 3}, {3, 4}, {2, Double.POSITIVE_INFINITY}};
        int books = 0;
        for (int code = 0; code < 4 * 4 * 4 * 4 * 4 * 4; code++) {
            double[] flat = new double[9];
            for (int i = 0, rest = code; i < 6; i++, rest /= 4) {
                flat[i / 2 * 3 + 1 + i % 2] = merits[rest % 4];
            }
            for (double[] limit : limits) {
                double[][] uses = {{0}, {1 + code % 2}, {2}};
                Limits range = new Limits(new double[] {limit[0]}, new double[] {limit[1]});
                assertBest(new AllocationProblem(flat, null, new AllocationTerms(new double[][][] {uses}, range)));
                books++;
            }
        }
        assertThat(books).isEqualTo(32_768);
    }

    @Property(tries = 60)
    void keepsTheLimitsAndBoundsItsLoss(@ForAll long seed, @ForAll @IntRange(min = 15, max = 400) int accounts) {
        for (double tightness : new double[] {0, 0.05, 0.4, 3}) {
            for (AllocationProblem problem : new AllocationProblem[] {
                Books.random(seed, accounts, 6, tightness), Books.demanding(seed, accounts, 6, tightness)
            }) {
                assertLawful(problem, Allocator.allocate(problem));
            }
        }
    }

    private static void assertLawful(AllocationProblem problem, Allocation found) {
        Outcome outcome = outcome(problem, found.choice());
        assertThat(outcome.value)
                .isNotNaN()
                .isCloseTo(found.primalValue(), within(1e-9 * (1 + Math.abs(outcome.value))));
        assertThat(outcome.shortfall).isFinite();
        assertThat(found.dualBound()).isGreaterThanOrEqualTo(outcome.value - 1e-9 * (1 + Math.abs(outcome.value)));
        for (int k = 0; k < problem.capacities(); k++) {
            assertThat(found.used()[k])
                    .isCloseTo(used(problem, found, k), within(1e-6))
                    .isLessThanOrEqualTo(problem.limits().most()[k]);
            if (problem.limits().least()[k] == 0) {
                assertThat(found.prices()[k]).isGreaterThanOrEqualTo(0);
            }
        }
    }

    private static double used(AllocationProblem problem, Allocation found, int k) {
        double sum = 0;
        for (int i = 0; i < problem.accounts(); i++) {
            sum += problem.use(i, found.choice()[i], k);
        }
        return sum;
    }

    @Test
    void isCloseToItsBoundOnTenThousandAccounts() {
        for (long seed = 0; seed < 6; seed++) {
            AllocationProblem problem = Books.random(seed, 10_000, 12, 0.3);
            Allocation found = Allocator.allocate(problem);
            assertLawful(problem, found);
            assertThat(found.gap()).as("seed %d", seed).isLessThan(1e-4);
            assertComplementary(problem, found);
        }
    }

    /** A sample's share of a limit may be less than one contact takes. */
    @Test
    void keepsTheLimitsOfABigBookHoweverTight() {
        for (double tightness : new double[] {0, 1e-3, 3e-3, 1e-2, 3e-2, 0.1}) {
            for (long seed = 0; seed < 6; seed++) {
                AllocationProblem free = Books.random(seed, 10_000, 6, tightness);
                assertLawful(free, Allocator.allocate(free));
                AllocationProblem demanding = Books.demanding(seed, 10_000, 6, tightness);
                assertLawful(demanding, Allocator.allocate(demanding));
            }
        }
    }

    /** What has a price is used up; what is left over has none. */
    private static void assertComplementary(AllocationProblem problem, Allocation found) {
        for (int k = 0; k < problem.capacities(); k++) {
            double left = problem.limits().most()[k] - found.used()[k];
            assertThat(found.prices()[k] * left).isLessThan(1e-3 * found.dualBound());
        }
    }

    @Test
    void reachesMinimaOfSegmentsAtTheLeastLoss() {
        AllocationProblem problem = Books.large(4, 20_000);
        Allocation found = Allocator.allocate(problem);
        assertLawful(problem, found);
        assertThat(outcome(problem, found.choice()).shortfall).isZero();
        assertThat(found.gap()).isLessThan(2e-4);
        Limits undemanding = Limits.atMost(problem.limits().most());
        Allocation without = Allocator.allocate(problem.under(undemanding));
        assertThat(without.primalValue()).isGreaterThan(found.primalValue() - 1e-4 * found.dualBound());
    }

    @Test
    void aMinimumThatCannotBeReachedIsReachedAsFarAsCanBe() {
        double[] merits = new double[3 * 1000];
        for (int i = 0; i < 1000; i++) {
            merits[3 * i + 1] = i < 300 ? -1 - i % 7 : NO;
            merits[3 * i + 2] = 5;
        }
        double[][] uses = {{0, 0}, {1, 0}, {0, 1}};
        Limits limits = new Limits(new double[] {500, 0}, new double[] {Double.POSITIVE_INFINITY, 400});
        Allocation found = Allocator.allocate(
                new AllocationProblem(merits, null, new AllocationTerms(new double[][][] {uses}, limits)));
        assertThat(found.used()).containsExactly(300, 400);
        assertThat(found.prices()[0]).isNegative();
        assertThat(found.gap()).isLessThan(1e-3);
    }

    @Test
    void freeCapacityCostsNothingAndEveryoneGetsTheBest() {
        AllocationProblem problem = Books.random(5, 500, 6, 100);
        Allocation found = Allocator.allocate(problem);
        assertThat(found.prices()).containsOnly(0);
        assertThat(found.gap()).isZero();
    }

    @Test
    void whatIsTooLittleForAnyContactIsPricedAboveThemAll() {
        AllocationProblem problem = AllocationProblem.of(new double[][] {{0, 5}, {0, 3}}, new double[][] {{0}, {2}}, 1);
        Allocation found = Allocator.allocate(problem);
        assertThat(found.choice()).containsOnly(0);
        assertThat(found.prices()[0]).isCloseTo(2.5, within(1e-6));
        assertThat(found.dualBound()).isZero();
    }

    /** Exchanges of a few accounts leave more than that, and the first of these short of its minimum. */
    @ParameterizedTest
    @ValueSource(longs = {1, 4, 15})
    void manySmallLossesAreTradedWhereNoFewAccountsDo(long seed) {
        AllocationProblem problem = Books.large(seed, 10_000);
        Allocation found = Allocator.allocate(problem);
        assertThat(problem.limits().shortfall(found.used())).isZero();
        for (int k = 0; k < problem.capacities(); k++) {
            assertThat(found.used()[k]).isLessThanOrEqualTo(problem.limits().most()[k]);
        }
        assertThat(found.gap()).isLessThan(3e-4);
        assertThat(found.primalValue()).isCloseTo(problem.value(found.choice()), within(1e-6 * found.primalValue()));
    }

    @Test
    void isDeterministic() {
        AllocationProblem problem = Books.demanding(11, 9_000, 9, 0.2);
        assertThat(Allocator.allocate(problem).choice())
                .isEqualTo(Allocator.allocate(problem).choice());
        assertThat(Allocator.allocate(problem).prices())
                .isEqualTo(Allocator.allocate(problem).prices());
    }
}
