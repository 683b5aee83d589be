package io.arrears.model.scoring;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Trees as flat arrays, nodes of a tree in pre-order: the left child is the next node. A value below the threshold goes
 * left; a missing one (NaN) where the node says.
 */
final class FlatTrees {
    private static final int LEAF = -1;
    private static final int MAX_NODES = 50_000_000;
    private static final int MAX_DEPTH = 1000;

    private final int[] roots;
    private final int[] features;
    /** Of a split its threshold, of a leaf what it adds. */
    private final float[] values;

    private final int[] rights;
    private final boolean[] missingLeft;
    /** Training weight that passed the node: the background of {@link TreeShap}. */
    private final float[] covers;

    private FlatTrees(int treeCount, int nodeCount) {
        this.roots = new int[treeCount];
        this.features = new int[nodeCount];
        this.values = new float[nodeCount];
        this.rights = new int[nodeCount];
        this.missingLeft = new boolean[nodeCount];
        this.covers = new float[nodeCount];
    }

    static FlatTrees of(List<TreeNode> list) {
        FlatTrees trees = new FlatTrees(
                list.size(), list.stream().mapToInt(TreeNode::size).sum());
        int at = 0;
        for (int tree = 0; tree < list.size(); tree++) {
            trees.roots[tree] = at;
            at = trees.append(list.get(tree), at);
        }
        return trees;
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

    /** What a tree adds for a row, node by node. */
    float walk(int tree, float[] row) {
        int node = roots[tree];
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

    int count() {
        return roots.length;
    }

    int nodeCount() {
        return features.length;
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

    boolean missingLeft(int node) {
        return missingLeft[node];
    }

    float cover(int node) {
        return covers[node];
    }

    /** The highest feature index in use; -1 when there is none. */
    int maxFeature() {
        return Arrays.stream(features).max().orElse(LEAF);
    }

    int depth() {
        return Arrays.stream(roots).map(this::depth).max().orElse(0);
    }

    private int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(node + 1), depth(rights[node]));
    }

    void write(DataOutput out) throws IOException {
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

    static FlatTrees read(DataInput in) throws IOException {
        FlatTrees trees = new FlatTrees(checkedCount(in.readInt()), checkedCount(in.readInt()));
        for (int tree = 0; tree < trees.roots.length; tree++) {
            trees.roots[tree] = in.readInt();
        }
        for (int node = 0; node < trees.features.length; node++) {
            trees.features[node] = in.readInt();
            trees.values[node] = in.readFloat();
            trees.rights[node] = in.readInt();
            trees.missingLeft[node] = in.readBoolean();
            trees.covers[node] = in.readFloat();
        }
        trees.check();
        return trees;
    }

    private static int checkedCount(int count) throws IOException {
        if (count < 0 || count > MAX_NODES) {
            throw new IOException("trees file says %d nodes: it is damaged, restore it".formatted(count));
        }
        return count;
    }

    /** Trees stand one after the other, the nodes of each in pre-order, so every walk ends in its own tree. */
    private void check() throws IOException {
        int at = 0;
        for (int root : roots) {
            if (root != at) {
                throw new IOException("trees file has a root at %d: it is damaged, restore it".formatted(root));
            }
            at = end(root, 0);
        }
        if (at != features.length) {
            throw broken(at);
        }
    }

    private int end(int node, int depth) throws IOException {
        if (node >= features.length || depth > MAX_DEPTH) {
            throw broken(node);
        }
        if (features[node] == LEAF) {
            return node + 1;
        }
        if (features[node] < 0 || Float.isNaN(values[node]) || rights[node] != end(node + 1, depth + 1)) {
            throw broken(node);
        }
        return end(rights[node], depth + 1);
    }

    private static IOException broken(int node) {
        return new IOException("trees file has a broken node %d: it is damaged, restore it".formatted(node));
    }
}
