package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bound is that of a solver of linear programs, which knows nothing of prices. */
final class LinearProgramIT {
    @Test
    void theBoundIsTheLinearProgramsOnTenThousandAccounts() {
        for (long seed = 0; seed < 6; seed++) {
            assertSameBound(Books.random(seed, 10_000, 12, 0.3), 1e-6, 1e-4);
        }
        assertSameBound(Books.large(7, 10_000), 1e-6, 1e-4);
    }

    /** Where a limit leaves room for a handful of contacts, no allocation comes near the bound; the bound still holds. */
    @ParameterizedTest
    @CsvSource({"0.001, 1", "0.001, 5", "0.003, 0", "0.003, 5", "0.03, 3", "0.1, 5"})
    void alsoWhereAHandfulOfContactsIsLeft(double tightness, long seed) {
        AllocationProblem problem = Books.random(seed, 10_000, 12, tightness);
        double best = LinearProgram.of(problem, "GLOP").solve();
        assertThat(Allocator.allocate(problem).dualBound()).isCloseTo(best, within(1e-6 * best));
    }

    /** What a solver of whole numbers finds, and proves that there is no better. */
    @ParameterizedTest
    @CsvSource({"0.3, 0", "0.1, 3", "0.003, 5"})
    void thePlanIsTheBestInWholeNumbers(double tightness, long seed) {
        AllocationProblem problem = Books.random(seed, 10_000, 12, tightness);
        double best = LinearProgram.ofWholeNumbers(problem).solve();
        assertThat(Allocator.allocate(problem).primalValue()).isCloseTo(best, within(1e-5 * best));
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
