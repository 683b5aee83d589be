package io.arrears.model.scoring;

import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random small ensembles. */
final class TestTrees {
    private TestTrees() {}

    static FeatureSchema schema(int width) {
        return new FeatureSchema(IntStream.range(0, width)
                .mapToObj(i -> new Feature("f" + i, "f", "count", "f" + i, "sometimes", "things of kind " + i))
                .toList());
    }

    static FlatEnsemble ensemble(long seed, int trees, int depth, int width) {
        return FlatEnsemble.of(new SplittableRandom(-seed).nextDouble() - 0.5, list(seed, trees, depth, width));
    }

    static List<TreeNode> list(long seed, int trees, int depth, int width) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TreeNode> list = new ArrayList<>();
        for (int i = 0; i < trees; i++) {
            list.add(node(random, depth, width));
        }
        return list;
    }

    private static TreeNode node(SplittableRandom random, int depth, int width) {
        if (depth == 0 || random.nextDouble() < 0.15) {
            return new TreeNode.Leaf((float) (random.nextDouble() - 0.5), 1 + random.nextInt(50));
        }
        return new TreeNode.Split(
                random.nextInt(width),
                random.nextInt(5) - 2,
                random.nextBoolean(),
                node(random, depth - 1, width),
                node(random, depth - 1, width));
    }

    static float[] row(SplittableRandom random, int width) {
        float[] row = new float[width];
        for (int i = 0; i < width; i++) {
            row[i] = random.nextDouble() < 0.2 ? Float.NaN : random.nextInt(7) - 3;
        }
        return row;
    }

    static float[] rows(SplittableRandom random, int count, int width) {
        float[] rows = new float[count * width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(row(random, width), 0, rows, i * width, width);
        }
        return rows;
    }
}
