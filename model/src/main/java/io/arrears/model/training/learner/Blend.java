package io.arrears.model.training.learner;

import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.TreeNode;
import java.util.ArrayList;
import java.util.List;

/** Two models as one ensemble: a mean of their margins. A scorecard is trees of one feature each. */
public final class Blend {
    private Blend() {}

    /**
     * An ensemble whose margin is {@code share} of the trees' and the rest of the scorecard's.
     *
     * @param share of the trees, in [0, 1]
     */
    public static FlatEnsemble of(FittedTrees trees, Scorecard scorecard, double share) {
        if (share == 1) {
            return trees.flat();
        }
        if (share == 0) {
            return FlatEnsemble.of(scorecard.base(), scorecard.trees(1));
        }
        List<TreeNode> nodes = new ArrayList<>();
        for (TreeNode tree : trees.trees()) {
            nodes.add(scaled(tree, share));
        }
        nodes.addAll(scorecard.trees(1 - share));
        return FlatEnsemble.of(share * trees.base() + (1 - share) * scorecard.base(), nodes);
    }

    /** An ensemble whose margin is {@code share} of the first trees' and the rest of the others'. */
    public static FlatEnsemble of(FittedTrees first, FittedTrees others, double share) {
        List<TreeNode> nodes = new ArrayList<>();
        first.trees().forEach(tree -> nodes.add(scaled(tree, share)));
        others.trees().forEach(tree -> nodes.add(scaled(tree, 1 - share)));
        return FlatEnsemble.of(share * first.base() + (1 - share) * others.base(), nodes);
    }

    private static TreeNode scaled(TreeNode node, double share) {
        if (node instanceof TreeNode.Leaf leaf) {
            return new TreeNode.Leaf((float) (share * leaf.value()), leaf.cover());
        }
        TreeNode.Split split = (TreeNode.Split) node;
        return new TreeNode.Split(
                split.feature(),
                split.threshold(),
                split.missingLeft(),
                scaled(split.left(), share),
                scaled(split.right(), share));
    }
}
