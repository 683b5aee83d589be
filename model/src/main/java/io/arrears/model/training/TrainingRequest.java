package io.arrears.model.training;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.scoring.Target;
import java.time.Instant;
import java.util.Set;

/**
 * What to train, and what the artefact says about its origin.
 *
 * @param targets pay30 is always trained; a scorer needs it
 * @param horizons how far targets look ahead; those the labels of the rows were made with
 * @param attributes the book's attributes behind the schema of the rows
 * @param createdAt now, from the clock of the caller
 */
public record TrainingRequest(
        Set<Target> targets, Horizons horizons, AttributeCatalogue attributes, long seed, String codeRevision, Instant createdAt) {
    public TrainingRequest {
        targets = Set.copyOf(targets);
    }
}
