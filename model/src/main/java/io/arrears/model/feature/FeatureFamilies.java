package io.arrears.model.feature;

import java.util.List;

/** The house's feature families, in the order of the vector. */
final class FeatureFamilies {
    static final List<FeatureFamily> ALL = List.of(
            new BalanceFeatures(),
            new AgeingFeatures(),
            new ArrearsTrailFeatures(),
            new PaymentActivityFeatures(),
            new PaymentAmountFeatures(),
            new PaymentRhythmFeatures(),
            new LatenessFeatures(),
            new LatenessTrendFeatures(),
            new SettlementPaceFeatures(),
            new BillingFeatures(),
            new ReversalFeatures(),
            new PromiseFeatures(),
            new ContactEffortFeatures(),
            new ContactReachFeatures(),
            new ContactResponseFeatures(),
            new DisputeFeatures(),
            new SeasonFeatures(),
            new AccountFeatures());

    private FeatureFamilies() {}
}
