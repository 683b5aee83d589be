package io.arrears.model.training.learner;

import io.arrears.model.scoring.FlatEnsemble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * Trees as Tribuo trained them and as we score them.
 *
 * @param model Tribuo's model, with its provenance
 * @param flat the same trees; predicts the margin
 * @param treesPerRound two for a probability, one for a value
 */
public record FittedTrees(XGBoostModel<?> model, FlatEnsemble flat, int treesPerRound) {
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

    public int rounds() {
        return flat.treeCount() / treesPerRound;
    }
}
