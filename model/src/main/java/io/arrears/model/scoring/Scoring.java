package io.arrears.model.scoring;

import io.arrears.model.feature.FeatureVector;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Turns vectors into scores; in production a {@link Scorer}. Thread-safe and deterministic. */
@FunctionalInterface
public interface Scoring extends Serializable {
    /** Cash is in minor units of the group's currency. */
    Scores score(FeatureVector vector, ScoringGroup group);

    /** The same, bit for bit, of many accounts at once. */
    default List<Scores> scoreAll(List<FeatureVector> vectors, List<ScoringGroup> groups) {
        List<Scores> scores = new ArrayList<>(vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            scores.add(score(vectors.get(i), groups.get(i)));
        }
        return scores;
    }
}
