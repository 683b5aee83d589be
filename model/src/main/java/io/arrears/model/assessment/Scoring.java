package io.arrears.model.assessment;

import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.ScoringGroup;
import java.io.Serializable;

/** Turns vectors into scores; in production {@code scorer::score}. Thread-safe and deterministic. */
@FunctionalInterface
public interface Scoring extends Serializable {
    /** Cash is in minor units of the group's currency. */
    Scores score(FeatureVector vector, ScoringGroup group);
}
