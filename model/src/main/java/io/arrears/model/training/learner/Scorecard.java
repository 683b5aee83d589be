package io.arrears.model.training.learner;

import io.arrears.model.scoring.TreeNode;
import java.util.ArrayList;
import java.util.List;

/** Points per bin of each feature, in log-odds. */
public final class Scorecard {
    private final List<Bins> bins;
    private final double[][] points;
    /** Training rows per bin. */
    private final double[][] rowsInBin;

    private final double base;

    Scorecard(List<Bins> bins, double[][] points, double[][] rowsInBin, double base) {
        this.bins = bins;
        this.points = points;
        this.rowsInBin = rowsInBin;
        this.base = base;
    }

    /** The log-odds of a row. */
    public double margin(float[] row) {
        double sum = base;
        for (int c = 0; c < points.length; c++) {
            sum += points[c][bins.get(c).bin(row[c])];
        }
        return sum;
    }

    double base() {
        return base;
    }

    /** The same points times {@code share} as one tree per feature. */
    List<TreeNode> trees(double share) {
        List<TreeNode> trees = new ArrayList<>();
        for (int c = 0; c < points.length; c++) {
            int missing = bins.get(c).missing();
            TreeNode values = values(c, 0, missing - 1, share);
            trees.add(new TreeNode.Split(c, -Float.MAX_VALUE, true, leaf(c, missing, share), values));
        }
        return trees;
    }

    /** A balanced tree over the bins of values from one through another. */
    private TreeNode values(int column, int from, int through, double share) {
        if (from == through) {
            return leaf(column, from, share);
        }
        int middle = (from + through + 1) / 2;
        return new TreeNode.Split(
                column,
                bins.get(column).edge(middle - 1),
                false,
                values(column, from, middle - 1, share),
                values(column, middle, through, share));
    }

    private TreeNode leaf(int column, int bin, double share) {
        return new TreeNode.Leaf((float) (share * points[column][bin]), rowsInBin[column][bin]);
    }
}
