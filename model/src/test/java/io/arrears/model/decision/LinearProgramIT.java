package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The bound is that of a solver of linear programs, which knows nothing of prices. */
final class LinearProgramIT {
    @Test
    void theBoundIsTheLinearProgramsOnTenThousandAccounts() {
        for (long seed = 0; seed < 3; seed++) {
            assertSameBound(Books.random(seed, 10_000, 12, 0.3), 1e-6, 1e-3);
        }
        assertSameBound(Books.large(7, 10_000), 1e-5, 1e-3);
    }

    @Test
    void alsoWithMinimaOfSegments() {
        for (long seed = 0; seed < 3; seed++) {
            assertSameBound(Books.demanding(seed, 3_000, 8, 0.3), 1e-5, 1e-2);
        }
    }

    private static void assertSameBound(AllocationProblem problem, double bound, double gap) {
        double best = LinearProgram.of(problem, "GLOP").solve();
        Allocation found = Allocator.allocate(problem);
        assertThat(found.dualBound()).isCloseTo(best, within(bound * best)).isGreaterThanOrEqualTo(best - 1e-9 * best);
        assertThat(found.primalValue()).isBetween((1 - gap) * best, best + 1e-9 * best);
    }
}
