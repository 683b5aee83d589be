package io.arrears.model.training;

import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.scoring.TreesFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trained model before it is registered.
 *
 * @param card Markdown
 * @param files further files by name, e.g. {@code pay30.trees}
 */
public record TrainedBook(ModelManifest manifest, Evaluation evaluation, String card, Map<String, byte[]> files) {
    /** What stands behind a target's code in the name of the file of its trees. */
    static final String TREES = ".trees";

    public TrainedBook {
        files = Map.copyOf(files);
    }

    /** As the registry will load it. */
    public Scorer scorer() {
        FeatureSchema schema = manifest.schema();
        List<TargetModel> models = new ArrayList<>();
        for (Target target : Target.values()) {
            byte[] trees = files.get(target.code() + TREES);
            if (trees != null) {
                models.add(
                        TreesFile.read(trees, Scorer.rowSchema(target, schema).fingerprint()));
            }
        }
        return new Scorer(manifest.id(), schema, models);
    }

    /**
     * Registers the model as a candidate, with more files than these: all of it, or nothing.
     *
     * @return false when it was registered before and is left as it is
     */
    public boolean register(ModelRegistry registry, Map<String, byte[]> more) {
        Map<String, byte[]> all = new HashMap<>(files);
        all.putAll(more);
        return registry.register(manifest, evaluation, card, all);
    }
}
