package io.arrears.model.scoring;

import java.util.Arrays;

/**
 * One tree of {@link TreeShap}, splits apart from leaves so that both passes run without a branch. A split sends the
 * share z of the training rows left, and hot is 1 where the row itself goes left, else 0; hot - z is the row's pull. While
 * the row is on the way, the expected value right below passes on to the left {@code z + pull t / f} and the feature
 * gains {@code pull s / f²} times what the left is worth more than the right, with s and f of {@link Known}. Once the
 * row has left the way at a split on the same feature, there is no pull.
 */
final class ShapTree {
    private final int[] features;
    private final int[] columns;
    private final int[] limits;
    private final float[] leftShares;
    /** Children: a split of the tree, or the number of splits and a leaf. */
    private final int[] lefts;

    private final int[] rights;
    /** The way out of the last split above on the same feature, see {@link Workspace#ways}. */
    private final int[] befores;
    /** What the splits above on the same feature let through, see {@link Known}. */
    private final int[] knowns;

    private final float[] leaves;

    private int splitCount;
    private int leafCount;

    ShapTree(FlatTrees trees, SplitPoints points, Known known, int tree) {
        int leafTotal = leaves(trees, trees.root(tree));
        int splits = leafTotal - 1;
        this.features = new int[splits];
        this.columns = new int[splits];
        this.limits = new int[splits];
        this.leftShares = new float[splits];
        this.lefts = new int[splits];
        this.rights = new int[splits];
        this.befores = new int[splits];
        this.knowns = new int[splits];
        this.leaves = new float[leafTotal];
        new Filling(trees, points, known).fill(trees.root(tree));
    }

    private static int leaves(FlatTrees trees, int node) {
        return trees.isLeaf(node) ? 1 : leaves(trees, node + 1) + leaves(trees, trees.right(node));
    }

    /** Takes a tree over in pre-order, remembering on the way down what is known of each feature. */
    private final class Filling {
        private final FlatTrees trees;
        private final SplitPoints points;
        private final Known known;
        /** Per feature the way out of its last split above, and the share of rows it and those before let through. */
        private final int[] ways;

        private final double[] through;

        Filling(FlatTrees trees, SplitPoints points, Known known) {
            this.trees = trees;
            this.points = points;
            this.known = known;
            this.ways = new int[trees.maxFeature() + 1];
            this.through = new double[trees.maxFeature() + 1];
            Arrays.fill(through, 1);
        }

        int fill(int node) {
            if (trees.isLeaf(node)) {
                leaves[leafCount] = trees.value(node);
                return features.length + leafCount++;
            }
            int split = splitCount++;
            int feature = trees.feature(node);
            double before = through[feature];
            int way = ways[feature];
            double share = leftShare(node);
            features[split] = feature;
            columns[split] = points.column(feature, trees.missingLeft(node));
            limits[split] = points.limit(feature, trees.value(node));
            leftShares[split] = (float) share;
            befores[split] = way;
            knowns[split] = known.indexOf(before);
            through[feature] = before * share;
            ways[feature] = 2 * split + 2;
            lefts[split] = fill(node + 1);
            through[feature] = before * (1 - share);
            ways[feature] = 2 * split + 1;
            rights[split] = fill(trees.right(node));
            through[feature] = before;
            ways[feature] = way;
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

    /** Adds what the tree gives each feature for the row whose ranks the workspace holds. */
    void addTo(double[] contributions, Workspace workspace, Known known) {
        pull(workspace);
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            workspace.below[features.length + leaf] = leaves[leaf];
        }
        for (int point = 0; point < known.points(); point++) {
            goDown(workspace, known.pulls(point));
            comeUp(workspace, known.gains(point));
        }
        for (int split = 0; split < features.length; split++) {
            contributions[features[split]] += workspace.pull[split] * workspace.gain[split];
        }
    }

    private void pull(Workspace workspace) {
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

    private void goDown(Workspace workspace, double[] pulls) {
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

    private void comeUp(Workspace workspace, double[] gains) {
        double[] below = workspace.below;
        for (int split = features.length - 1; split >= 0; split--) {
            double right = below[rights[split]];
            double more = below[lefts[split]] - right;
            below[split] = right + workspace.share[split] * more;
            workspace.gain[split] += gains[knowns[split]] * workspace.above[split] * more;
        }
    }

    /** What one row needs while it is explained. */
    static final class Workspace {
        final int[] ranks;
        /** 1 where the row comes out of split i to the right (2 i + 1) or left (2 i + 2), judged by its feature alone. */
        final int[] ways;

        final double[] pull;
        /** What passes on to the left. */
        final double[] share;
        /** The product of what passes on from the root to a split. */
        final double[] above;
        /** The expected value from a split or leaf down. */
        final double[] below;

        final double[] gain;

        Workspace(int columns, int splits) {
            this.ranks = new int[columns];
            this.ways = new int[2 * splits + 1];
            this.pull = new double[splits];
            this.share = new double[splits];
            this.above = new double[2 * splits + 1];
            this.below = new double[2 * splits + 1];
            this.gain = new double[splits];
            ways[0] = 1;
            above[0] = 1;
        }
    }

    /**
     * The shares s of training rows that splits above on the same feature let through, 1 where there are none, and per
     * point t of the integral the factors they give, with {@code f = t + (1 - t) s}.
     */
    static final class Known {
        private final Quadrature quadrature;
        private final java.util.Map<Double, Integer> indexes = new java.util.LinkedHashMap<>();
        private final double[][] pulls;
        private final double[][] gains;

        Known(Quadrature quadrature) {
            this.quadrature = quadrature;
            this.pulls = new double[quadrature.points().length][];
            this.gains = new double[quadrature.points().length][];
        }

        private int indexOf(double share) {
            return indexes.computeIfAbsent(share, s -> indexes.size());
        }

        private int points() {
            return pulls.length;
        }

        private double[] pulls(int point) {
            return pulls[point];
        }

        private double[] gains(int point) {
            return gains[point];
        }

        void close() {
            for (int point = 0; point < pulls.length; point++) {
                double t = quadrature.points()[point];
                double weight = quadrature.weights()[point];
                pulls[point] = indexes.keySet().stream()
                        .mapToDouble(s -> t / (t + (1 - t) * s))
                        .toArray();
                gains[point] = indexes.keySet().stream()
                        .mapToDouble(s -> weight * s / Math.pow(t + (1 - t) * s, 2))
                        .toArray();
            }
        }
    }
}
