package io.arrears.model.scoring;

/** A tree as it is handed to {@link FlatEnsemble}. */
public sealed interface TreeNode {
    /** Training weight that passed the node. */
    double cover();

    /** Number of nodes from here down, this one included. */
    int size();

    /** Adds {@code value} to the margin. */
    record Leaf(float value, double cover) implements TreeNode {
        @Override
        public int size() {
            return 1;
        }
    }

    /**
     * Sends a row left when its value is below the threshold.
     *
     * @param feature index in the schema
     * @param missingLeft where a missing value goes
     */
    record Split(int feature, float threshold, boolean missingLeft, TreeNode left, TreeNode right) implements TreeNode {
        public Split {
            if (feature < 0 || Float.isNaN(threshold)) {
                throw new IllegalArgumentException("split of feature %d at %s: give an index of the schema and a number"
                        .formatted(feature, threshold));
            }
        }

        @Override
        public double cover() {
            return left.cover() + right.cover();
        }

        @Override
        public int size() {
            return 1 + left.size() + right.size();
        }
    }
}
