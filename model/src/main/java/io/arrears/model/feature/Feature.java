package io.arrears.model.feature;

import java.util.Objects;

/**
 * What one position of a vector means.
 *
 * @param name column name, lower-case with underscores, the unit last where it isn't obvious
 * @param meaning one plain sentence
 * @param unit e.g. days, currency units, count, share, 0/1
 * @param formula how it is computed, exactly
 * @param missing when it is missing (NaN), or "never"
 * @param phrase what a collector reads when the feature is a reason, e.g. "days since the last payment"
 * @param tendency what training holds models to; manifests of older releases have none
 */
public record Feature(
        String name, String meaning, String unit, String formula, String missing, String phrase, Tendency tendency) {
    /** A feature the rows alone judge. */
    public Feature(String name, String meaning, String unit, String formula, String missing, String phrase) {
        this(name, meaning, unit, formula, missing, phrase, Tendency.FREE);
    }

    @SuppressWarnings("NullAway") // a manifest without tendencies leaves null
    public Feature {
        tendency = Objects.requireNonNullElse(tendency, Tendency.FREE);
        if (!name.matches("[a-z][A-Za-z0-9_=.-]*")) {
            throw new IllegalArgumentException(
                    "feature name '%s': start with a lower-case letter, then letters, digits and _ = . -"
                            .formatted(name));
        }
    }
}
