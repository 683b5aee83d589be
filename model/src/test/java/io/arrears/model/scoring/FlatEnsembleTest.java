package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One row and many: the same bits as each other, and the walk's answer. */
final class FlatEnsembleTest {
    private static final int WIDTH = 7;

    @Property(tries = 300)
    void oneRowAndManyAgreeWithTheWalk(
            @ForAll long seed, @ForAll @IntRange(max = 12) int depth, @ForAll @IntRange(max = 200) int rows) {
        FlatEnsemble ensemble = TestTrees.ensemble(seed, (int) (seed & 15), depth, WIDTH);
        assertAllAgree(ensemble, TestTrees.rows(new SplittableRandom(seed + 1), rows, WIDTH));
    }

    @Property(tries = 300)
    void rowsWithTailsAgreeWithTheJoinedRows(
            @ForAll long seed,
            @ForAll @IntRange(max = 12) int depth,
            @ForAll @IntRange(max = 150) int rows,
            @ForAll @IntRange(min = 1, max = WIDTH) int width) {
        FlatEnsemble ensemble = TestTrees.ensemble(seed, (int) (seed & 15), depth, WIDTH);
        float[] heads = TestTrees.rows(new SplittableRandom(seed + 1), rows, width);
        float[][] tails = new float[4][];
        for (int tail = 0; tail < tails.length; tail++) {
            tails[tail] = TestTrees.row(new SplittableRandom(seed + 2 + tail), WIDTH - width);
        }
        double[] margins = new double[rows * tails.length];
        ensemble.margins(heads, width, tails, margins);
        for (int i = 0; i < margins.length; i++) {
            float[] joined = Arrays.copyOf(tails[i % tails.length], WIDTH);
            System.arraycopy(joined, 0, joined, width, WIDTH - width);
            System.arraycopy(heads, i / tails.length * width, joined, 0, width);
            assertThat(margins[i]).isEqualTo(ensemble.margin(joined));
        }
    }

    @Property(tries = 100)
    void treesThatAskTheSameAreMerged(@ForAll long seed, @ForAll @IntRange(max = 6) int depth) {
        List<TreeNode> pairs = new ArrayList<>();
        for (TreeNode tree : TestTrees.list(seed, 9, depth, WIDTH)) {
            pairs.add(tree);
            pairs.add(scaled(tree, 0.7f));
        }
        FlatEnsemble ensemble = FlatEnsemble.of(0.5, pairs);
        assertAllAgree(ensemble, TestTrees.rows(new SplittableRandom(seed + 1), 70, WIDTH));
        assertThat(CompleteTrees.find(ensemble.trees(), ensemble.points())
                        .orElseThrow()
                        .count())
                .isLessThanOrEqualTo(9);
    }

    private static TreeNode scaled(TreeNode node, float by) {
        if (node instanceof TreeNode.Leaf leaf) {
            return new TreeNode.Leaf(leaf.value() * by, leaf.cover());
        }
        TreeNode.Split split = (TreeNode.Split) node;
        return new TreeNode.Split(
                split.feature(),
                split.threshold(),
                split.missingLeft(),
                scaled(split.left(), by),
                scaled(split.right(), by));
    }

    /** Zeros of both signs, infinities, the smallest steps beside a threshold, every NaN. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theEdgesOfFloatsFallWhereTheComparisonSays(boolean missingLeft) {
        float[] edges = {
            0f,
            -0f,
            1f,
            -1f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            1e30f,
            -1e30f,
            Math.nextUp(1f),
            Math.nextDown(1f),
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY
        };
        List<TreeNode> trees = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            float leaf = 1 << i;
            trees.add(
                    new TreeNode.Split(0, edges[i], missingLeft, new TreeNode.Leaf(leaf, 1), new TreeNode.Leaf(0, 1)));
        }
        float[] rows = new float[edges.length + 3];
        System.arraycopy(edges, 0, rows, 0, edges.length);
        rows[edges.length] = Float.NaN;
        rows[edges.length + 1] = Float.intBitsToFloat(0xFFC0_0001);
        rows[edges.length + 2] = Float.intBitsToFloat(0x7F80_0001);
        double[] margins = new double[rows.length];
        FlatEnsemble ensemble = FlatEnsemble.of(0, trees);
        ensemble.margins(rows, 1, margins);
        for (int row = 0; row < rows.length; row++) {
            float value = rows[row];
            int expected = IntStream.range(0, edges.length)
                    .filter(i -> Float.isNaN(value) ? missingLeft : value < edges[i])
                    .map(i -> 1 << i)
                    .sum();
            assertThat(margins[row]).as("%s", value).isEqualTo(expected);
            assertThat(ensemble.margin(new float[] {value})).isEqualTo(expected);
        }
    }

    @Test
    void aChainTooDeepToFillUpIsWalked() {
        TreeNode chain = new TreeNode.Leaf(0, 1);
        for (int i = 0; i < 40; i++) {
            chain = new TreeNode.Split(i % WIDTH, i - 20, i % 2 == 0, chain, new TreeNode.Leaf(i, 1));
        }
        FlatEnsemble ensemble = FlatEnsemble.of(1, List.of(chain));
        assertThat(CompleteTrees.find(ensemble.trees(), ensemble.points())).isEmpty();
        assertAllAgree(ensemble, TestTrees.rows(new SplittableRandom(3), 100, WIDTH));
    }

    @Test
    void aForestOfUnevenTreesIsNotBlownUp() {
        TreeNode chain = new TreeNode.Leaf(0, 1);
        for (int i = 0; i < 10; i++) {
            chain = new TreeNode.Split(i % WIDTH, i - 5, true, chain, new TreeNode.Leaf(i, 1));
        }
        List<TreeNode> forest = new ArrayList<>();
        for (int i = 0; i < 1100; i++) {
            forest.add(chain);
        }
        FlatEnsemble ensemble = FlatEnsemble.of(1, forest);
        assertThat(CompleteTrees.find(ensemble.trees(), ensemble.points())).isEmpty();
        assertAllAgree(ensemble, TestTrees.rows(new SplittableRandom(4), 20, WIDTH));
    }

    @Test
    void noRowAllocates() {
        FlatEnsemble ensemble = TestTrees.ensemble(1, 50, 6, WIDTH);
        float[] rows = TestTrees.rows(new SplittableRandom(2), 130, WIDTH);
        float[] row = TestTrees.row(new SplittableRandom(3), WIDTH);
        double[] margins = new double[130];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < 100; i++) {
                ensemble.margins(rows, WIDTH, margins);
                margins[0] += ensemble.margin(row);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        // The reading itself may cost a few bytes; 13,100 rows must not.
        assertThat(least).isLessThan(200);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws InterruptedException, ExecutionException {
        FlatEnsemble ensemble = TestTrees.ensemble(5, 60, 6, WIDTH);
        TreeShap shap = new TreeShap(ensemble);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                float[] rows = TestTrees.rows(new SplittableRandom(thread), 100, WIDTH);
                done.add(pool.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        assertAllAgree(ensemble, rows);
                        float[] row = Arrays.copyOf(rows, WIDTH);
                        double sum = Arrays.stream(shap.contributions(row)).sum();
                        assertThat(shap.expectedMargin() + sum).isEqualTo(ensemble.margin(row), within(1e-9));
                    }
                }));
            }
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        FlatEnsemble ensemble = TestTrees.ensemble(1, 5, 4, WIDTH);
        assertThatThrownBy(() -> ensemble.margins(new float[WIDTH + 1], WIDTH, new double[2]))
                .hasMessageContaining("whole rows");
        assertThatThrownBy(() -> ensemble.margins(new float[2 * WIDTH], WIDTH, new double[1]))
                .hasMessageContaining("1 margins");
        assertThatThrownBy(() -> ensemble.margins(new float[4], 1, new double[4]))
                .hasMessageContaining("read feature");
        assertThatThrownBy(() ->
                        ensemble.margins(new float[4], 1, new float[][] {{}, {1, 2, 3, 4, 5, 6}}, new double[8]))
                .hasMessageContaining("1 with its tail");
    }

    private static void assertAllAgree(FlatEnsemble ensemble, float[] rows) {
        int count = rows.length / WIDTH;
        double[] margins = new double[count];
        ensemble.margins(rows, WIDTH, margins);
        for (int i = 0; i < count; i++) {
            float[] row = Arrays.copyOfRange(rows, i * WIDTH, (i + 1) * WIDTH);
            assertThat(ensemble.margin(row)).isEqualTo(ensemble.walk(row), within(1e-12));
            assertThat(margins[i]).isEqualTo(ensemble.margin(row));
        }
    }
}
