package io.arrears.serving.scores;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import java.util.List;
import java.util.Optional;

/** The model in force, loaded. Follows the registry within a second; a model that can't be loaded leaves the old one. */
public final class Champion {
    private final FollowedModel model;

    public Champion(ModelRegistry registry) {
        this.model = new FollowedModel(registry, "champion", registry::findChampion);
    }

    /** A model ready to score: the features it was trained on and its scorer. */
    public record Loaded(FeatureBuilder features, Scorer scorer) {
        public FeatureVector vector(KnownHistory known) {
            return features.build(known);
        }

        /** The scores of an account as it was known. */
        public Scores score(KnownHistory known) {
            return scorer.score(features.build(known), ScoringGroup.of(known.getAccount()));
        }

        /** The probability of a payment alone, without reasons. */
        double payProbability(KnownHistory known) {
            return scorer.payProbability(features.build(known), ScoringGroup.of(known.getAccount()));
        }

        /** The scores of many, in their order; several times faster than one by one. */
        List<Scores> scoreAll(List<KnownHistory> known) {
            return scorer.scoreAll(
                    known.stream().map(features::build).toList(),
                    known.stream().map(one -> ScoringGroup.of(one.getAccount())).toList());
        }
    }

    /**
     * The model in force.
     *
     * @throws ProblemException no_model when none was promoted
     */
    public Loaded get() {
        return find().orElseThrow(() -> new ProblemException(
                ProblemCode.NO_MODEL, "train one with './arrears train', then './arrears models promote ID'"));
    }

    /** The model in force; empty when none was promoted. */
    public Optional<Loaded> find() {
        return model.find();
    }

    /** Looks at the registry now. */
    public void refresh() {
        model.refresh();
    }
}
