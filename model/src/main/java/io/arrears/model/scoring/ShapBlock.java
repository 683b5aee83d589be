package io.arrears.model.scoring;

import java.util.Arrays;

/**
 * Explains 64 rows at a time: {@link ShapTree} says what is worked out, here each step is done for all rows of the block
 * in one loop without branches, which the compiler makes into vector instructions. What is needed of the way from the
 * root is kept per level, so it stays close. The bits are those of one row alone. Holds the workspace of one thread.
 */
final class ShapBlock {
    static final int ROWS = 64;

    /** Of one row. */
    private final int[] rowRanks;

    /** As doubles, which are exact: loops over one type are those that become vector instructions. */
    private final double[][] ranks;

    private final double[][] contributions;
    /** What each split of a tree adds to its feature. */
    private final double[][] added;

    private final double[] everywhere = new double[ROWS];
    /** The same per point. */
    private final double[][] ones;

    private final Level[] levels;
    /** The expected value of a tree, per point. */
    private final double[][] whole;

    /** What is known at the split met on one level of the way down. */
    private static final class Level {
        /** 1 where the row itself goes left, else 0. */
        final double[] goesLeft = new double[ROWS];
        /** 1 where the splits on its feature, this one included, let the row through. */
        final double[] way = new double[ROWS];

        final double[] pull = new double[ROWS];
        /** Per point of the integral what passes on to the left. */
        final double[][] share;

        final Side left;
        final Side right;

        Level(int points) {
            this.share = new double[points][ROWS];
            this.left = new Side(0, 1, points);
            this.right = new Side(1, -1, points);
        }
    }

    /** What is known of one side of the split: a row goes there where {@code base + sign} times going left is 1. */
    private static final class Side {
        final double base;
        final double sign;
        /** Per point of the integral the product of what passes on from the root to the child. */
        final double[][] above;
        /** Per point the expected value from the child down; of a leaf the same array for all points. */
        final double[][] below;

        final double[][] leaf;

        Side(double base, double sign, int points) {
            this.base = base;
            this.sign = sign;
            this.above = new double[points][ROWS];
            this.below = new double[points][ROWS];
            this.leaf = new double[points][];
            Arrays.fill(leaf, new double[ROWS]);
        }
    }

    /**
     * @param features above the highest in use
     * @param splits of the largest tree
     * @param depth of the deepest
     */
    ShapBlock(int columns, int features, int splits, int depth, int points) {
        this.rowRanks = new int[columns];
        this.ranks = new double[columns][ROWS];
        this.contributions = new double[features][ROWS];
        this.added = new double[splits][ROWS];
        this.levels = new Level[depth];
        this.whole = new double[points][ROWS];
        Arrays.setAll(levels, level -> new Level(points));
        Arrays.fill(everywhere, 1);
        this.ones = new double[points][];
        Arrays.fill(ones, everywhere);
    }

    /** Takes over at most 64 rows from the one with index {@code first}, for {@link #explain}. */
    void take(SplitPoints points, float[] rows, int width, int first, int count) {
        for (int row = 0; row < count; row++) {
            points.rank(rows, (first + row) * width, rowRanks);
            for (int column = 0; column < rowRanks.length; column++) {
                ranks[column][row] = rowRanks[column];
            }
        }
        for (double[] ofFeature : contributions) {
            Arrays.fill(ofFeature, 0);
        }
    }

    /** Adds what a tree gives each feature for the rows taken. */
    void explain(ShapTree tree, ShapFactors factors) {
        if (tree.splits() > 0) {
            new Visit(tree, factors).split(0, 0, ones, whole);
        }
        for (int split = 0; split < tree.splits(); split++) {
            add(contributions[tree.features[split]], added[split]);
        }
    }

    /** Writes what was added up for {@code count} rows, each as long as {@code width}. */
    void give(double[] out, int width, int first, int count) {
        for (int row = 0; row < count; row++) {
            int start = (first + row) * width;
            for (int feature = 0; feature < contributions.length; feature++) {
                out[start + feature] = contributions[feature][row];
            }
        }
    }

    /** One tree for all rows. */
    private final class Visit {
        private final ShapTree tree;
        private final ShapFactors factors;

        Visit(ShapTree tree, ShapFactors factors) {
            this.tree = tree;
            this.factors = factors;
        }

        /**
         * Works out what a split adds, and those below it.
         *
         * @param above per point, of the split
         * @param value for the expected value from the split down, per point
         */
        void split(int split, int level, double[][] above, double[][] value) {
            Level here = levels[level];
            int before = tree.beforeLevels[split];
            double[] onTheWay = before < 0 ? everywhere : levels[before].way;
            double share = tree.leftShares[split];
            int known = tree.knowns[split];
            meet(here, ranks[tree.columns[split]], tree.limits[split], onTheWay, share);
            for (int point = 0; point < factors.points(); point++) {
                goDown(here, point, above[point], share, factors.pulls(point)[known]);
            }
            double[][] left = below(tree.lefts[split], level, here.left, onTheWay);
            double[][] right = below(tree.rights[split], level, here.right, onTheWay);
            double[] gain = added[split];
            Arrays.fill(gain, 0);
            for (int point = 0; point < factors.points(); point++) {
                double by = factors.gains(point)[known];
                comeUp(value[point], left[point], right[point], here.share[point], gain, above[point], by);
            }
            multiply(gain, here.pull);
        }

        /** The expected value from a child down, per point. */
        private double[][] below(int child, int level, Side side, double[] onTheWay) {
            if (child >= tree.splits()) {
                Arrays.fill(side.leaf[0], tree.leaves[child - tree.splits()]);
                return side.leaf;
            }
            goOn(levels[level], side, onTheWay);
            split(child, level + 1, side.above, side.below);
            return side.below;
        }
    }

    /** Which rows go left: those whose rank is below the limit. Both are whole numbers, so two magnitudes tell. */
    private static void meet(Level here, double[] ranks, double limit, double[] onTheWay, double share) {
        double[] goesLeft = here.goesLeft;
        double[] pull = here.pull;
        for (int row = 0; row < ROWS; row++) {
            double below = limit - ranks[row];
            double goes = (Math.abs(below) - Math.abs(below - 1) + 1) * 0.5;
            goesLeft[row] = goes;
            pull[row] = onTheWay[row] * (goes - share);
        }
    }

    private static void goDown(Level here, int point, double[] above, double leftShare, double by) {
        double[] share = here.share[point];
        double[] aboveLeft = here.left.above[point];
        double[] aboveRight = here.right.above[point];
        double[] pull = here.pull;
        for (int row = 0; row < ROWS; row++) {
            double passes = leftShare + by * pull[row];
            double left = above[row] * passes;
            share[row] = passes;
            aboveLeft[row] = left;
            aboveRight[row] = above[row] - left;
        }
    }

    private static void comeUp(
            double[] value, double[] left, double[] right, double[] share, double[] gain, double[] above, double by) {
        for (int row = 0; row < ROWS; row++) {
            double more = left[row] - right[row];
            value[row] = right[row] + share[row] * more;
            gain[row] += by * above[row] * more;
        }
    }

    private static void goOn(Level here, Side side, double[] onTheWay) {
        double[] way = here.way;
        double[] goesLeft = here.goesLeft;
        double base = side.base;
        double sign = side.sign;
        for (int row = 0; row < ROWS; row++) {
            way[row] = onTheWay[row] * (base + sign * goesLeft[row]);
        }
    }

    private static void multiply(double[] values, double[] by) {
        for (int row = 0; row < ROWS; row++) {
            values[row] = by[row] * values[row];
        }
    }

    private static void add(double[] sum, double[] more) {
        for (int row = 0; row < ROWS; row++) {
            sum[row] += more[row];
        }
    }
}
