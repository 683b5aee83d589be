package io.arrears.model.feature;

/**
 * What one position of a vector means.
 *
 * @param name column name, lower-case with underscores, the unit last where it isn't obvious
 * @param meaning one plain sentence
 * @param unit e.g. days, currency units, count, share, 0/1
 * @param formula how it is computed, exactly
 * @param missing when it is missing (NaN), or "never"
 * @param phrase what a collector reads when the feature is a reason, e.g. "days since the last payment"
 */
public record Feature(String name, String meaning, String unit, String formula, String missing, String phrase) {
    public Feature {
        if (!name.matches("[a-z][A-Za-z0-9_=.-]*")) {
            throw new IllegalArgumentException(
                    "feature name '%s': start with a lower-case letter, then letters, digits and _ = . -"
                            .formatted(name));
        }
    }
}
