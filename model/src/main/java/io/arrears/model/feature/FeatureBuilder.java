package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Builds vectors: the one path from history to features, shared by batch, training and the live service. */
public final class FeatureBuilder {
    private final List<FeatureFamily> families;
    private final FeatureSchema schema;

    private FeatureBuilder(List<FeatureFamily> families) {
        this.families = families;
        List<Feature> features = new ArrayList<>();
        families.forEach(family -> features.addAll(family.features()));
        this.schema = new FeatureSchema(features);
    }

    /** The house's features and those of the book's own {@code x_} attributes. */
    public static FeatureBuilder of(AttributeCatalogue attributes) {
        List<FeatureFamily> families = new ArrayList<>(FeatureFamilies.ALL);
        families.add(new AttributeFeatures(attributes));
        return new FeatureBuilder(families);
    }

    /**
     * A builder of the named features alone, in the order of this one's schema. Families without any are not computed.
     *
     * @throws IllegalArgumentException when there is no feature of a name
     */
    public FeatureBuilder only(Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        schema.names().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "there are no features %s: see docs/features.md, or the book's own x_ columns".formatted(unknown));
        }
        Set<String> wanted = Set.copyOf(names);
        return new FeatureBuilder(families.stream()
                .map(family -> ChosenFeatures.of(family, wanted))
                .filter(family -> !family.features().isEmpty())
                .toList());
    }

    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The vector of an account as it was known.
     *
     * @throws IllegalStateException when the account itself was not known yet, or a family computes an infinite value
     */
    public FeatureVector build(KnownHistory known) {
        known.getAccount();
        float[] values = new float[schema.size()];
        int at = 0;
        for (FeatureFamily family : families) {
            family.compute(known, values, at);
            at += family.features().size();
        }
        for (int i = 0; i < values.length; i++) {
            if (Float.isInfinite(values[i])) {
                throw new IllegalStateException("feature %s of account %s is infinite: its formula divides by zero"
                        .formatted(schema.features().get(i).name(), known.id()));
            }
        }
        return new FeatureVector(values);
    }
}
