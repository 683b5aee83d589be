package io.arrears.pipeline.book;

import io.arrears.model.assessment.Assessor;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Strategy;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Scoring;
import java.io.Serializable;

/** What an assessor is made of, in the form that travels to executors. */
public record AssessorParts(
        AttributeCatalogue attributes, Scorer scorer, ResponseModel response, Strategy strategy, RulePacks packs)
        implements Serializable {
    /** The parts of one registered model under one strategy. */
    public static AssessorParts of(Home home, String modelId, Strategy strategy) {
        ModelRegistry registry = new ModelRegistry(home.models());
        return new AssessorParts(
                registry.get(modelId).attributes(),
                registry.load(modelId),
                ResponseFile.read(home, modelId),
                strategy,
                RulePacks.inForce(strategy.rulePacks()));
    }

    /** An assessor of these parts; one per executor. */
    public Assessor assessor() {
        return assessor(scorer);
    }

    /** The same for who does not read why: reasons cost more than all else. */
    public Assessor assessorWithoutReasons() {
        return assessor(scorer::scoreWithoutReasons);
    }

    /** An assessor that takes its scores from elsewhere. */
    Assessor assessor(Scoring scoring) {
        FeatureBuilder features = FeatureBuilder.of(attributes);
        scorer.require(features.schema());
        return new Assessor(features, scoring, response, strategy, packs);
    }
}
