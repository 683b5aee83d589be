package io.arrears.model.feature;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The {@code x_} attributes of a book that become features: numbers as they are, categories as one 0/1 feature per
 * frequent value. Written at ingest, kept with each model, so that a vector means the same wherever it is built.
 *
 * @param numeric attribute names whose values are numbers, sorted
 * @param categories category values that have a feature of their own, sorted by attribute, then value
 */
public record AttributeCatalogue(List<String> numeric, List<Category> categories) implements Serializable {
    /** A value of a categorical attribute, e.g. {@code x_region = north}. */
    public record Category(String attribute, String value) implements Serializable {}

    public static final AttributeCatalogue EMPTY = new AttributeCatalogue(List.of(), List.of());

    public AttributeCatalogue {
        numeric = List.copyOf(numeric);
        categories = List.copyOf(categories);
        Set<String> both = new TreeSet<>(numeric);
        both.retainAll(categories.stream().map(Category::attribute).toList());
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("attributes %s are both numeric and categorical".formatted(both));
        }
    }
}
