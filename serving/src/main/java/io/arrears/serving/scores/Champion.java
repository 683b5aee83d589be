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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model in force, loaded. Follows the registry within a second; a model that can't be loaded leaves the old one. */
public final class Champion {
    private static final Logger LOG = LoggerFactory.getLogger(Champion.class);
    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ModelRegistry registry;
    private volatile @Nullable Loaded loaded;
    private volatile long checkedNanos = System.nanoTime() - RECHECK_NANOS;

    public Champion(ModelRegistry registry) {
        this.registry = registry;
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
        if (loaded == null || System.nanoTime() - checkedNanos >= RECHECK_NANOS) {
            refresh();
        }
        return Optional.ofNullable(loaded);
    }

    /** Looks at the registry now. */
    public synchronized void refresh() {
        checkedNanos = System.nanoTime();
        try {
            String id = registry.findChampion().orElse(null);
            Loaded old = loaded;
            if (id == null || (old != null && old.scorer().modelId().equals(id))) {
                return;
            }
            Scorer scorer = registry.load(id);
            FeatureBuilder features = FeatureBuilder.of(registry.get(id).attributes());
            scorer.require(features.schema());
            loaded = new Loaded(features, scorer);
            LOG.info("scoring with model {}", id);
        } catch (RuntimeException e) {
            LOG.error("the champion can't be loaded, the old model stays: {}", e.getMessage());
        }
    }
}
