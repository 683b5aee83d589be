package io.arrears.model.assessment;

import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scores;
import java.io.Serializable;
import java.util.Currency;

/** Turns vectors into scores; in production {@code scorer::score}. Thread-safe and deterministic. */
@FunctionalInterface
public interface Scoring extends Serializable {
    /** Cash is in minor units of {@code currency}. */
    Scores score(FeatureVector vector, Currency currency);
}
