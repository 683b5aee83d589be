package io.arrears.model.scoring;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A trained tree ensemble as flat arrays: the sum of one leaf per tree and a base margin. Needs no native library.
 * Nodes of a tree stand in pre-order, so the left child is the next node. A value below the threshold goes left; a
 * missing one (NaN) where the node says. Immutable and thread-safe.
 */
public final class FlatEnsemble {
    private static final int LEAF = -1;

    private final double baseMargin;
    private final int[] roots;
    private final int[] features;
    /** Of a split its threshold, of a leaf what it adds. */
    private final float[] values;

    private final int[] rights;
    private final boolean[] missingLeft;
    /** Training weight that passed the node: the background of {@link TreeShap}. */
    private final float[] covers;

    private FlatEnsemble(double baseMargin, int treeCount, int nodeCount) {
        this.baseMargin = baseMargin;
        this.roots = new int[treeCount];
        this.features = new int[nodeCount];
        this.values = new float[nodeCount];
        this.rights = new int[nodeCount];
        this.missingLeft = new boolean[nodeCount];
        this.covers = new float[nodeCount];
    }

    public static FlatEnsemble of(double baseMargin, List<TreeNode> trees) {
        FlatEnsemble ensemble = new FlatEnsemble(
                baseMargin,
                trees.size(),
                trees.stream().mapToInt(TreeNode::size).sum());
        int at = 0;
        for (int tree = 0; tree < trees.size(); tree++) {
            ensemble.roots[tree] = at;
            at = ensemble.append(trees.get(tree), at);
        }
        return ensemble;
    }

    /** The same margin for every row. */
    public static FlatEnsemble constant(double margin) {
        return of(margin, List.of());
    }

    private int append(TreeNode node, int at) {
        covers[at] = (float) node.cover();
        if (node instanceof TreeNode.Leaf leaf) {
            features[at] = LEAF;
            values[at] = leaf.value();
            return at + 1;
        }
        TreeNode.Split split = (TreeNode.Split) node;
        features[at] = split.feature();
        values[at] = split.threshold();
        missingLeft[at] = split.missingLeft();
        rights[at] = append(split.left(), at + 1);
        return append(split.right(), rights[at]);
    }

    /** The margin of a row: one value per feature of the schema, NaN where missing. */
    public double margin(float[] row) {
        double sum = baseMargin;
        for (int root : roots) {
            sum += leaf(root, row);
        }
        return sum;
    }

    /** What each further tree makes of the row's margin: the margin after 0, 1, … all trees. */
    public double[] margins(float[] row) {
        double[] sums = new double[roots.length + 1];
        sums[0] = baseMargin;
        for (int tree = 0; tree < roots.length; tree++) {
            sums[tree + 1] = sums[tree] + leaf(roots[tree], row);
        }
        return sums;
    }

    private float leaf(int root, float[] row) {
        int node = root;
        while (features[node] != LEAF) {
            node = child(node, row);
        }
        return values[node];
    }

    int child(int node, float[] row) {
        float value = row[features[node]];
        boolean left = value < values[node] || (missingLeft[node] && Float.isNaN(value));
        return left ? node + 1 : rights[node];
    }

    public double baseMargin() {
        return baseMargin;
    }

    public int treeCount() {
        return roots.length;
    }

    int root(int tree) {
        return roots[tree];
    }

    boolean isLeaf(int node) {
        return features[node] == LEAF;
    }

    int feature(int node) {
        return features[node];
    }

    int right(int node) {
        return rights[node];
    }

    float value(int node) {
        return values[node];
    }

    float cover(int node) {
        return covers[node];
    }

    int nodeCount() {
        return features.length;
    }

    /** The highest feature index in use; -1 when there is none. */
    int maxFeature() {
        int max = LEAF;
        for (int feature : features) {
            max = Math.max(max, feature);
        }
        return max;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(baseMargin);
        out.writeInt(roots.length);
        out.writeInt(features.length);
        for (int root : roots) {
            out.writeInt(root);
        }
        for (int node = 0; node < features.length; node++) {
            out.writeInt(features[node]);
            out.writeFloat(values[node]);
            out.writeInt(rights[node]);
            out.writeBoolean(missingLeft[node]);
            out.writeFloat(covers[node]);
        }
    }

    static FlatEnsemble read(DataInput in) throws IOException {
        double base = in.readDouble();
        FlatEnsemble ensemble = new FlatEnsemble(base, checkedCount(in.readInt()), checkedCount(in.readInt()));
        for (int tree = 0; tree < ensemble.roots.length; tree++) {
            ensemble.roots[tree] = in.readInt();
        }
        for (int node = 0; node < ensemble.features.length; node++) {
            ensemble.features[node] = in.readInt();
            ensemble.values[node] = in.readFloat();
            ensemble.rights[node] = in.readInt();
            ensemble.missingLeft[node] = in.readBoolean();
            ensemble.covers[node] = in.readFloat();
        }
        ensemble.check();
        return ensemble;
    }

    private static int checkedCount(int count) throws IOException {
        if (count < 0 || count > 50_000_000) {
            throw new IOException("trees file says %d nodes: it is damaged, restore it".formatted(count));
        }
        return count;
    }

    /** Children stand after their parent, so a walk always ends. */
    private void check() throws IOException {
        for (int root : roots) {
            if (root < 0 || root >= features.length) {
                throw new IOException("trees file has a root at %d: it is damaged, restore it".formatted(root));
            }
        }
        for (int node = 0; node < features.length; node++) {
            boolean split = features[node] >= 0 && rights[node] > node + 1 && rights[node] < features.length;
            if (!split && features[node] != LEAF) {
                throw new IOException("trees file has a broken node %d: it is damaged, restore it".formatted(node));
            }
        }
    }
}
