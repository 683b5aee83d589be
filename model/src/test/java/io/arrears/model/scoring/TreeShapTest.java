package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** TreeSHAP against the definition: every subset of the features, weighted. */
final class TreeShapTest {
    private static final int WIDTH = 5;

    @Property(tries = 150)
    void contributionsAreTheEnumeratedShapleyValues(@ForAll long seed) {
        FlatEnsemble ensemble = TestTrees.ensemble(seed, 4, 5, WIDTH);
        float[] row = TestTrees.row(new SplittableRandom(seed + 1), WIDTH);
        TreeShap shap = new TreeShap(ensemble);
        double[] fast = shap.contributions(row);
        double sum = shap.expectedMargin();
        for (int i = 0; i < WIDTH; i++) {
            assertThat(fast[i]).isEqualTo(shapley(ensemble, row, i), within(1e-6));
            sum += fast[i];
        }
        assertThat(sum).isEqualTo(ensemble.margin(row), within(1e-6));
    }

    @Property(tries = 30)
    void deepTreesThatAskAFeatureAgainAndAgainToo(@ForAll long seed) {
        FlatEnsemble ensemble = TestTrees.ensemble(seed, 2, 11, WIDTH);
        float[] row = TestTrees.row(new SplittableRandom(seed + 1), WIDTH);
        double[] fast = new TreeShap(ensemble).contributions(row);
        for (int i = 0; i < WIDTH; i++) {
            assertThat(fast[i]).isEqualTo(shapley(ensemble, row, i), within(1e-6));
        }
    }

    @Property(tries = 60)
    void manyRowsGetTheBitsOfEachAlone(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 11) int depth, @ForAll @IntRange(max = 150) int count) {
        TreeShap shap = new TreeShap(TestTrees.ensemble(seed, 3, depth, WIDTH));
        float[] rows = TestTrees.rows(new SplittableRandom(seed + 1), count, WIDTH);
        double[] together = shap.contributions(rows, WIDTH);
        assertThat(together).hasSize(rows.length);
        for (int row = 0; row < count; row++) {
            double[] alone = shap.contributions(Arrays.copyOfRange(rows, row * WIDTH, (row + 1) * WIDTH));
            assertThat(Arrays.copyOfRange(together, row * WIDTH, (row + 1) * WIDTH))
                    .isEqualTo(alone);
        }
    }

    private static double shapley(FlatEnsemble ensemble, float[] row, int feature) {
        double value = 0;
        for (int subset = 0; subset < 1 << WIDTH; subset++) {
            if ((subset >> feature & 1) == 0) {
                int size = Integer.bitCount(subset);
                double weight = factorial(size) * factorial(WIDTH - size - 1) / factorial(WIDTH);
                value += weight * (expected(ensemble, row, subset | 1 << feature) - expected(ensemble, row, subset));
            }
        }
        return value;
    }

    /** The margin when only the features of the subset are known: both ways, by cover, at the others. */
    private static double expected(FlatEnsemble ensemble, float[] row, int subset) {
        double sum = 0;
        for (int tree = 0; tree < ensemble.treeCount(); tree++) {
            sum += expected(ensemble.trees(), ensemble.trees().root(tree), row, subset);
        }
        return sum;
    }

    private static double expected(FlatTrees e, int node, float[] row, int subset) {
        if (e.isLeaf(node)) {
            return e.value(node);
        }
        if ((subset >> e.feature(node) & 1) == 1) {
            return expected(e, e.child(node, row), row, subset);
        }
        double left = e.cover(node + 1);
        double right = e.cover(e.right(node));
        return (left * expected(e, node + 1, row, subset) + right * expected(e, e.right(node), row, subset))
                / (left + right);
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
