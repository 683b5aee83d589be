package io.arrears.model.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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

    /** As the registry will load it. */
    public Scorer scorer() {
        return Scorer.of(manifest, name -> Objects.requireNonNull(files.get(name), name));
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
