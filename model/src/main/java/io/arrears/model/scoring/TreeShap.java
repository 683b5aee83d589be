package io.arrears.model.scoring;

/**
 * Exact path-dependent Shapley values of a tree ensemble (Lundberg, Erion and Lee 2018, algorithm 2): what each feature
 * adds to the margin of a row against {@link #expectedMargin}; they sum to the difference. Immutable and thread-safe.
 */
public final class TreeShap {
    private static final double MIN_SHARE = 1e-9;

    private final FlatEnsemble ensemble;
    private final double expectedMargin;

    public TreeShap(FlatEnsemble ensemble) {
        this.ensemble = ensemble;
        double sum = ensemble.baseMargin();
        for (int tree = 0; tree < ensemble.treeCount(); tree++) {
            sum += expected(ensemble.root(tree));
        }
        this.expectedMargin = sum;
    }

    /** The margin averaged over the training rows, as the trees remember them. */
    public double expectedMargin() {
        return expectedMargin;
    }

    private double expected(int node) {
        if (ensemble.isLeaf(node)) {
            return ensemble.value(node);
        }
        double left = leftShare(node);
        return left * expected(node + 1) + (1 - left) * expected(ensemble.right(node));
    }

    /** The share of training rows that went left; never quite 0 or 1, for UNWIND divides by it. */
    private double leftShare(int node) {
        double left = ensemble.cover(node + 1);
        double both = left + ensemble.cover(ensemble.right(node));
        return both > 0 ? Math.min(1 - MIN_SHARE, Math.max(MIN_SHARE, left / both)) : 0.5;
    }

    /** One contribution per feature of the row; features no tree uses get 0. */
    public double[] contributions(float[] row) {
        double[] phi = new double[row.length];
        Walk walk = new Walk(row, phi);
        for (int tree = 0; tree < ensemble.treeCount(); tree++) {
            walk.node(ensemble.root(tree), new ShapPath(), 1, 1, -1);
        }
        return phi;
    }

    private final class Walk {
        private final float[] row;
        private final double[] phi;

        Walk(float[] row, double[] phi) {
            this.row = row;
            this.phi = phi;
        }

        void node(int node, ShapPath parent, double zero, double one, int feature) {
            ShapPath path = parent.extended(zero, one, feature);
            if (ensemble.isLeaf(node)) {
                path.addTo(phi, ensemble.value(node));
                return;
            }
            int split = ensemble.feature(node);
            double knownZero = 1;
            double knownOne = 1;
            int before = path.find(split);
            if (before >= 0) {
                knownZero = path.zero(before);
                knownOne = path.one(before);
                path.unwind(before);
            }
            int hot = ensemble.child(node, row);
            int cold = hot == node + 1 ? ensemble.right(node) : node + 1;
            double hotShare = hot == node + 1 ? leftShare(node) : 1 - leftShare(node);
            node(hot, path, knownZero * hotShare, knownOne, split);
            node(cold, path, knownZero * (1 - hotShare), 0, split);
        }
    }
}
