package io.arrears.serving.scores;

import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model that has a role in the registry, loaded; follows within a second. One that can't be loaded leaves the old. */
final class FollowedModel {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedModel.class);
    private static final long RECHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ModelRegistry registry;
    private final String role;
    private final Supplier<Optional<String>> which;
    private volatile Champion.@Nullable Loaded loaded;
    private volatile boolean looked;
    private volatile long checkedNanos;

    FollowedModel(ModelRegistry registry, String role, Supplier<Optional<String>> which) {
        this.registry = registry;
        this.role = role;
        this.which = which;
    }

    /** Empty while no model has the role; whoever comes while the first is loaded waits for it. */
    Optional<Champion.Loaded> find() {
        if (!looked || System.nanoTime() - checkedNanos >= RECHECK_NANOS) {
            refresh();
        }
        return Optional.ofNullable(loaded);
    }

    /** Looks at the registry now. */
    synchronized void refresh() {
        checkedNanos = System.nanoTime();
        try {
            String id = which.get().orElse(null);
            Champion.Loaded old = loaded;
            if (id == null) {
                loaded = null;
            } else if (old == null || !old.scorer().modelId().equals(id)) {
                Scorer scorer = registry.load(id);
                FeatureBuilder features = FeatureBuilder.of(registry.get(id).attributes());
                scorer.require(features.schema());
                loaded = new Champion.Loaded(features, scorer);
                LOG.info("{} is model {}", role, id);
            }
        } catch (RuntimeException e) {
            LOG.error("the {} can't be loaded, the old model stays: {}", role, e.getMessage());
        } finally {
            looked = true;
        }
    }
}
