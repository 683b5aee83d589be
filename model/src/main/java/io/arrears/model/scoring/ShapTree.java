package io.arrears.model.scoring;

import java.util.Arrays;

/**
 * One tree of {@link TreeShap}, splits apart from leaves so that both passes run without a branch. A split sends the
 * share z of the training rows left; hot is 1 where the row itself goes left, else 0, and hot - z is its pull. With t, s and
 * f of {@link ShapFactors}, the left weighs {@code z + pull t / f}, the right the rest, and the feature gains
 * {@code pull s / f²} times what the left is worth more than the right. Once a split above on the same feature has sent
 * the row another way, there is no pull.
 */
final class ShapTree {
    final int[] features;
    final int[] columns;
    final int[] limits;
    final float[] leftShares;
    /** Children: a split of the tree, or the number of splits and a leaf. */
    final int[] lefts;

    final int[] rights;
    /** The way out of the last split above on the same feature, see {@link ShapWorkspace#ways}. */
    private final int[] befores;
    /** How far from the root that split is, -1 where there is none. */
    final int[] beforeLevels;
    /** What the splits above on the same feature let through, see {@link ShapFactors}. */
    final int[] knowns;

    final float[] leaves;

    private int splitCount;
    private int leafCount;

    /** @param width above the highest feature in use */
    ShapTree(FlatTrees trees, SplitPoints points, ShapFactors.Shares shares, int root, int width) {
        int leafTotal = leaves(trees, root);
        int splits = leafTotal - 1;
        this.features = new int[splits];
        this.columns = new int[splits];
        this.limits = new int[splits];
        this.leftShares = new float[splits];
        this.lefts = new int[splits];
        this.rights = new int[splits];
        this.befores = new int[splits];
        this.beforeLevels = new int[splits];
        this.knowns = new int[splits];
        this.leaves = new float[leafTotal];
        new Filling(trees, points, shares, width).fill(root, 0);
    }

    private static int leaves(FlatTrees trees, int node) {
        return trees.isLeaf(node) ? 1 : leaves(trees, node + 1) + leaves(trees, trees.right(node));
    }

    /** Takes a tree over in pre-order, remembering on the way down what is known of each feature. */
    private final class Filling {
        private final FlatTrees trees;
        private final SplitPoints points;
        private final ShapFactors.Shares shares;
        /** Per feature the way out of its last split above, and the share of rows it and those before let through. */
        private final int[] ways;

        private final double[] through;
        /** Per feature the level of that split, -1 where there is none. */
        private final int[] levels;

        Filling(FlatTrees trees, SplitPoints points, ShapFactors.Shares shares, int width) {
            this.trees = trees;
            this.points = points;
            this.shares = shares;
            this.ways = new int[width];
            this.through = new double[width];
            this.levels = new int[width];
            Arrays.fill(through, 1);
            Arrays.fill(levels, -1);
        }

        int fill(int node, int level) {
            if (trees.isLeaf(node)) {
                leaves[leafCount] = trees.value(node);
                return features.length + leafCount++;
            }
            int split = splitCount++;
            int feature = trees.feature(node);
            double before = through[feature];
            int way = ways[feature];
            int beforeLevel = levels[feature];
            double share = leftShare(node);
            features[split] = feature;
            columns[split] = points.column(feature, trees.missingLeft(node));
            limits[split] = points.limit(feature, trees.value(node));
            leftShares[split] = (float) share;
            befores[split] = way;
            beforeLevels[split] = beforeLevel;
            levels[feature] = level;
            knowns[split] = shares.indexOf(before);
            through[feature] = before * share;
            ways[feature] = 2 * split + 2;
            lefts[split] = fill(node + 1, level + 1);
            through[feature] = before * (1 - share);
            ways[feature] = 2 * split + 1;
            rights[split] = fill(trees.right(node), level + 1);
            through[feature] = before;
            ways[feature] = way;
            levels[feature] = beforeLevel;
            return split;
        }

        private float leftShare(int node) {
            double left = trees.cover(node + 1);
            double both = left + trees.cover(trees.right(node));
            return both > 0 ? (float) (left / both) : 0.5f;
        }
    }

    int splits() {
        return features.length;
    }

    /** The value averaged over the training rows. */
    double expected() {
        double[] below = new double[features.length + leaves.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            below[features.length + leaf] = leaves[leaf];
        }
        for (int split = features.length - 1; split >= 0; split--) {
            double share = leftShares[split];
            below[split] = share * below[lefts[split]] + (1 - share) * below[rights[split]];
        }
        return below[0];
    }

    /** Adds what the tree gives each feature for the row whose ranks the workspace holds, from an offset on. */
    void addTo(double[] contributions, int offset, ShapWorkspace workspace, ShapFactors factors) {
        pull(workspace);
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            workspace.below[features.length + leaf] = leaves[leaf];
        }
        for (int point = 0; point < factors.points(); point++) {
            goDown(workspace, factors.pulls(point));
            comeUp(workspace, factors.gains(point));
        }
        for (int split = 0; split < features.length; split++) {
            contributions[offset + features[split]] += workspace.pull[split] * workspace.gain[split];
        }
    }

    private void pull(ShapWorkspace workspace) {
        int[] ranks = workspace.ranks;
        int[] ways = workspace.ways;
        for (int split = 0; split < features.length; split++) {
            int left = ranks[columns[split]] - limits[split] >>> 31;
            int onTheWay = ways[befores[split]];
            ways[2 * split + 2] = onTheWay & left;
            ways[2 * split + 1] = onTheWay & ~left;
            workspace.pull[split] = onTheWay * (left - (double) leftShares[split]);
            workspace.gain[split] = 0;
        }
    }

    private void goDown(ShapWorkspace workspace, double[] pulls) {
        double[] above = workspace.above;
        for (int split = 0; split < features.length; split++) {
            double share = leftShares[split] + pulls[knowns[split]] * workspace.pull[split];
            workspace.share[split] = share;
            double here = above[split];
            double left = here * share;
            above[lefts[split]] = left;
            above[rights[split]] = here - left;
        }
    }

    private void comeUp(ShapWorkspace workspace, double[] gains) {
        double[] below = workspace.below;
        for (int split = features.length - 1; split >= 0; split--) {
            double right = below[rights[split]];
            double more = below[lefts[split]] - right;
            below[split] = right + workspace.share[split] * more;
            workspace.gain[split] += gains[knowns[split]] * workspace.above[split] * more;
        }
    }
}
