package io.arrears.pipeline.replay;

import io.arrears.model.assessment.RecordedVector;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.ModelRegistry;
import java.util.HashMap;
import java.util.Map;

/** How to compute the vectors models took: the attributes each was trained with, and the features those give today. */
final class RecordedSchemas {
    private final ModelRegistry registry;
    private final Map<String, Recipe> recipes = new HashMap<>();

    /** What it takes to compute vectors for a model. */
    record Recipe(AttributeCatalogue attributes, FeatureSchema schema) {}

    RecordedSchemas(ModelRegistry registry) {
        this.registry = registry;
    }

    /**
     * How to compute a recorded vector.
     *
     * @throws IllegalArgumentException when it can't be computed any more, with the reason
     */
    Recipe get(RecordedVector vector) {
        Recipe recipe = recipes.computeIfAbsent(vector.modelId(), this::load);
        FeatureSchema today = recipe.schema();
        if (!today.fingerprint().equals(vector.schemaFingerprint())) {
            throw new IllegalArgumentException(
                    "its features have schema %s, this version of Arrears computes %s: use the version that answered"
                            .formatted(vector.schemaFingerprint(), today.fingerprint()));
        }
        if (today.size() != vector.values().length) {
            throw new IllegalArgumentException("its vector has %d values, schema %s has %d: verify the record"
                    .formatted(vector.values().length, today.fingerprint(), today.size()));
        }
        return recipe;
    }

    private Recipe load(String modelId) {
        AttributeCatalogue attributes = registry.get(modelId).attributes();
        return new Recipe(attributes, FeatureBuilder.of(attributes).schema());
    }
}
