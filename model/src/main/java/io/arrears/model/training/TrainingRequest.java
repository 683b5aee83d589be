package io.arrears.model.training;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Target;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to train, and what the artefact says about its origin.
 *
 * @param targets pay30 is always trained; a scorer needs it
 * @param horizons how far targets look ahead; those the labels of the rows were made with
 * @param attributes the book's attributes behind the schema of the rows
 * @param createdAt now, from the clock of the caller
 */
public record TrainingRequest(
        Set<Target> targets,
        Horizons horizons,
        AttributeCatalogue attributes,
        long seed,
        String codeRevision,
        Instant createdAt) {
    public TrainingRequest {
        targets = Set.copyOf(targets);
    }

    /**
     * The request that a model came of.
     *
     * @throws IllegalArgumentException when the model is of a release that did not record it
     */
    public static TrainingRequest behind(ModelManifest model) {
        Map<String, String> settings = model.origin().settings();
        if (!settings.containsKey(BookTraining.TARGETS)) {
            throw new IllegalArgumentException(
                    "model %s does not record what was asked for: only newer models can be reproduced"
                            .formatted(model.id()));
        }
        return new TrainingRequest(
                parts(settings.get(BookTraining.TARGETS)).map(Target::of).collect(Collectors.toSet()),
                Horizons.of(parts(settings.get(BookTraining.HORIZONS)).toList()),
                model.attributes(),
                model.origin().seed(),
                model.origin().codeRevision(),
                model.createdAt());
    }

    private static Stream<String> parts(@Nullable String list) {
        return list == null || list.isEmpty() ? Stream.empty() : Arrays.stream(list.split(","));
    }
}
