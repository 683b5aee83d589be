package io.arrears.model.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;
import java.util.Map;

/**
 * A trained model before it is registered.
 *
 * @param card Markdown
 * @param files further files by name, e.g. {@code pay30.trees}
 */
public record TrainedBook(ModelManifest manifest, Evaluation evaluation, String card, Map<String, byte[]> files) {
    public TrainedBook {
        files = Map.copyOf(files);
    }
}
