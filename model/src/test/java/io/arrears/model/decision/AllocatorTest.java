package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class AllocatorTest {
    /** Accounts with diminishing merits; some arms forbidden. Capacity binds when {@code tightness} is small. */
    static AllocationProblem random(long seed, int accounts, int arms, double tightness) {
        Random random = new Random(seed);
        int capacities = 1 + random.nextInt(4);
        double[][] uses = new double[arms][capacities];
        for (int j = 1; j < arms; j++) {
            for (int k = 0; k < capacities; k++) {
                uses[j][k] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6);
            }
        }
        double[][] merits = new double[accounts][arms];
        for (double[] merit : merits) {
            double size = Math.exp(random.nextGaussian());
            for (int j = 1; j < arms; j++) {
                merit[j] = random.nextInt(6) == 0 ? Double.NaN : size * (random.nextDouble() * 10 - 2);
            }
        }
        double[] limits = new double[capacities];
        for (int k = 0; k < capacities; k++) {
            limits[k] = Math.floor(tightness * accounts * 3 * random.nextDouble());
        }
        return new AllocationProblem(merits, uses, limits);
    }

    @Property(tries = 400)
    void equalsBruteForceOnSmallBooks(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int accounts,
            @ForAll @IntRange(min = 2, max = 5) int arms) {
        AllocationProblem problem = random(seed, accounts, arms, 0.5);
        Allocation found = Allocator.allocate(problem);
        assertLawful(problem, found);
        assertThat(found.primalValue())
                .isCloseTo(bruteForce(problem, 0, problem.limits().clone()), within(1e-9));
    }

    private static double bruteForce(AllocationProblem problem, int account, double[] left) {
        if (account == problem.merits().length) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < problem.uses().length; j++) {
            double[] rest = left.clone();
            boolean fits = !Double.isNaN(problem.merits()[account][j]);
            for (int k = 0; k < rest.length; k++) {
                rest[k] -= problem.uses()[j][k];
                fits &= rest[k] >= 0;
            }
            if (fits) {
                best = Math.max(best, problem.merits()[account][j] + bruteForce(problem, account + 1, rest));
            }
        }
        return best;
    }

    @Property(tries = 60)
    void neverExceedsCapacityAndBoundsItsLoss(@ForAll long seed, @ForAll @IntRange(min = 15, max = 400) int accounts) {
        for (double tightness : new double[] {0, 0.05, 0.4, 3}) {
            assertLawful(
                    random(seed, accounts, 6, tightness), Allocator.allocate(random(seed, accounts, 6, tightness)));
        }
    }

    private static void assertLawful(AllocationProblem problem, Allocation found) {
        double[] used = new double[problem.limits().length];
        double value = 0;
        for (int i = 0; i < found.choice().length; i++) {
            value += problem.merits()[i][found.choice()[i]];
            for (int k = 0; k < used.length; k++) {
                used[k] += problem.uses()[found.choice()[i]][k];
            }
        }
        assertThat(value).isNotNaN().isCloseTo(found.primalValue(), within(1e-9));
        assertThat(found.dualBound()).isGreaterThanOrEqualTo(value - 1e-9);
        for (int k = 0; k < used.length; k++) {
            assertThat(used[k]).isEqualTo(found.used()[k]).isLessThanOrEqualTo(problem.limits()[k]);
            assertThat(found.prices()[k]).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void isCloseToItsBoundOnTenThousandAccounts() {
        for (long seed = 0; seed < 6; seed++) {
            AllocationProblem problem = random(seed, 10_000, 12, 0.3);
            Allocation found = Allocator.allocate(problem);
            assertLawful(problem, found);
            assertThat(found.gap()).as("seed %d", seed).isLessThan(1e-3);
            assertComplementary(problem, found);
        }
    }

    /** What has a price is used up; what is left over has none. */
    private static void assertComplementary(AllocationProblem problem, Allocation found) {
        for (int k = 0; k < problem.limits().length; k++) {
            double left = problem.limits()[k] - found.used()[k];
            assertThat(found.prices()[k] * left).isLessThan(1e-3 * found.dualBound());
        }
    }

    @Test
    void aPriceIsWhatOneMoreUnitIsWorth() {
        AllocationProblem problem = random(3, 10_000, 8, 0.2);
        Allocation found = Allocator.allocate(problem);
        for (int k = 0; k < problem.limits().length; k++) {
            double[] more = problem.limits().clone();
            more[k] += 100;
            Allocation richer = Allocator.allocate(new AllocationProblem(problem.merits(), problem.uses(), more));
            assertThat((richer.dualBound() - found.dualBound()) / 100)
                    .isCloseTo(found.prices()[k], within(0.05 * found.prices()[k] + 0.02));
        }
    }

    @Test
    void freeCapacityCostsNothingAndEveryoneGetsTheBest() {
        AllocationProblem problem = random(5, 500, 6, 100);
        Allocation found = Allocator.allocate(problem);
        assertThat(found.prices()).containsOnly(0);
        assertThat(found.gap()).isZero();
    }

    @Test
    void nothingCanBeDoneWithoutCapacity() {
        double[][] merits = {{0, 5}, {0, 3}};
        Allocation found =
                Allocator.allocate(new AllocationProblem(merits, new double[][] {{0}, {2}}, new double[] {1}));
        assertThat(found.choice()).containsOnly(0);
        assertThat(found.prices()[0]).isEqualTo(2.5);
        assertThat(found.dualBound()).isEqualTo(2.5);
    }

    @Test
    void isDeterministic() {
        AllocationProblem problem = random(11, 5_000, 9, 0.2);
        assertThat(Allocator.allocate(problem).choice())
                .isEqualTo(Allocator.allocate(problem).choice());
        assertThat(Allocator.allocate(problem).prices())
                .isEqualTo(Allocator.allocate(problem).prices());
    }
}
