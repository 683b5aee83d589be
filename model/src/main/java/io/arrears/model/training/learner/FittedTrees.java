package io.arrears.model.training.learner;

import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.TreeNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tribuo.common.xgboost.XGBoostModel;

/** Trees as Tribuo trained them and as we score them, one per round. */
public final class FittedTrees {
    private final XGBoostModel<?> model;
    private final double base;
    private final List<TreeNode> trees;
    private final FlatEnsemble flat;

    FittedTrees(XGBoostModel<?> model, double base, List<TreeNode> trees) {
        this.model = model;
        this.base = base;
        this.trees = trees;
        this.flat = FlatEnsemble.of(base, trees);
    }

    /** Tribuo's model, with its provenance. */
    XGBoostModel<?> model() {
        return model;
    }

    /** The same trees; their sum and the base are the margin. */
    public FlatEnsemble flat() {
        return flat;
    }

    double base() {
        return base;
    }

    List<TreeNode> trees() {
        return trees;
    }

    public int rounds() {
        return flat.treeCount();
    }

    /** Tribuo's protobuf, provenance included. */
    public byte[] toProtobuf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            model.serializeToStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
