package io.arrears.model.feature;

import java.util.List;

/** The house's feature families, in the order of the vector. */
final class FeatureFamilies {
    static final List<FeatureFamily> ALL = List.of(new BalanceFeatures());

    private FeatureFamilies() {}
}
