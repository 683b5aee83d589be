package io.arrears.model.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Exact path-dependent Shapley values of a tree ensemble (Lundberg, Erion and Lee 2018): what each feature adds to the
 * margin of a row against {@link #expectedMargin}; they sum to the difference. Immutable and thread-safe.
 *
 * <p>The weights of the orderings are an integral: a leaf of value v gives feature i
 * {@code v (one_i - share_i) ∫ Π (t one_j + (1 - t) share_j) dt}, over t from 0 to 1 and the other features j on the way
 * to the leaf, where share_j is the share of training rows that the splits on j let through and one_j is 1 where they let
 * the row through, else 0. The integrand is a polynomial, so {@link Quadrature} with half as many points as trees are
 * deep is exact, and per point one pass down each tree and one up do.
 */
public final class TreeShap {
    /** A block takes as long as about ten rows one by one, whatever it holds. */
    private static final int LEAST_FOR_BLOCK = 10;

    private final SplitPoints points;
    private final List<ShapTree> trees = new ArrayList<>();
    private final ShapFactors factors;
    private final double expectedMargin;
    private final Spare<ShapWorkspace> workspaces;
    private final Spare<ShapBlock> blocks;

    public TreeShap(FlatEnsemble ensemble) {
        this.points = ensemble.points();
        ShapFactors.Shares shares = new ShapFactors.Shares();
        for (int tree = 0; tree < ensemble.treeCount(); tree++) {
            int root = ensemble.trees().root(tree);
            trees.add(new ShapTree(ensemble.trees(), points, shares, root, ensemble.maxFeature() + 1));
        }
        this.factors = shares.at(Quadrature.of((ensemble.trees().depth() + 1) / 2));
        int splits = trees.stream().mapToInt(ShapTree::splits).max().orElse(0);
        this.workspaces = new Spare<>(() -> new ShapWorkspace(points.columns(), splits));
        this.blocks = new Spare<>(() -> new ShapBlock(
                points.columns(),
                ensemble.maxFeature() + 1,
                splits,
                ensemble.trees().depth(),
                factors.points()));
        this.expectedMargin = ensemble.baseMargin()
                + trees.stream().mapToDouble(ShapTree::expected).sum();
    }

    /** The margin averaged over the training rows, as the trees remember them. */
    public double expectedMargin() {
        return expectedMargin;
    }

    /** One contribution per feature of the row; features no tree uses get 0. */
    public double[] contributions(float[] row) {
        return contributions(row, row.length);
    }

    /**
     * The same of rows that stand one after the other, each as long as {@code width}; several times faster than one by
     * one when there are many.
     *
     * @return as many values as {@code rows} has, in the same order
     */
    public double[] contributions(float[] rows, int width) {
        double[] contributions = new double[rows.length];
        int count = rows.length / width;
        for (int first = 0; first < count; first += ShapBlock.ROWS) {
            int here = Math.min(ShapBlock.ROWS, count - first);
            if (here < LEAST_FOR_BLOCK) {
                explainEach(rows, width, first, here, contributions);
            } else {
                explainBlock(rows, width, first, here, contributions);
            }
        }
        return contributions;
    }

    private void explainEach(float[] rows, int width, int first, int count, double[] contributions) {
        ShapWorkspace workspace = workspaces.take();
        for (int row = first; row < first + count; row++) {
            points.rank(rows, row * width, workspace.ranks);
            for (ShapTree tree : trees) {
                tree.addTo(contributions, row * width, workspace, factors);
            }
        }
        workspaces.giveBack(workspace);
    }

    private void explainBlock(float[] rows, int width, int first, int count, double[] contributions) {
        ShapBlock block = blocks.take();
        block.take(points, rows, width, first, count);
        for (ShapTree tree : trees) {
            block.explain(tree, factors);
        }
        block.give(contributions, width, first, count);
        blocks.giveBack(block);
    }
}
