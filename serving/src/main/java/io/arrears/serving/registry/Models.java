package io.arrears.serving.registry;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.scores.Champion;
import io.arrears.serving.scores.Shadow;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the registry and puts models in force. */
public final class Models {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final ModelRegistry registry;
    private final Champion champion;
    private final Shadow shadow;

    public Models(ModelRegistry registry, Champion champion, Shadow shadow) {
        this.registry = registry;
        this.champion = champion;
        this.shadow = shadow;
    }

    ModelAnswer.Listing list() {
        return new ModelAnswer.Listing(
                registry.list().stream().map(this::summary).toList(),
                registry.log(),
                shadow.agreement().orElse(null));
    }

    /**
     * @throws ProblemException unknown_model
     */
    ModelAnswer.Detail get(String id) {
        ModelManifest manifest = manifest(id);
        Evaluation evaluation = registry.evaluation(id);
        List<ModelAnswer.Metric> metrics = evaluation.metrics().stream()
                .map(row -> new ModelAnswer.Metric(
                        row.target(),
                        row.contender(),
                        row.slice(),
                        row.metric(),
                        ModelAnswer.defined(row.value()),
                        ModelAnswer.defined(row.low()),
                        ModelAnswer.defined(row.high()),
                        row.n()))
                .toList();
        return new ModelAnswer.Detail(
                summary(manifest),
                manifest.origin(),
                manifest.skipped(),
                metrics,
                evaluation.curves().stream().map(ModelAnswer.Point::of).toList(),
                registry.card(id));
    }

    /**
     * Puts a model in force that passed the gate against the champion; one call at a time.
     *
     * @param force why a refusal is set aside; empty when it is not
     * @throws ProblemException unknown_model or gate_refused
     */
    synchronized ModelAnswer.Summary promote(String id, String force, String caller) {
        ModelManifest manifest = manifest(id);
        registry.load(id);
        List<String> reasons = refusal(id);
        if (reasons.isEmpty()) {
            registry.promote(id);
        } else if (force.isBlank()) {
            throw new ProblemException(ProblemCode.GATE_REFUSED, String.join("; ", reasons));
        } else {
            registry.promote(id, "%s (%s)".formatted(force, caller));
        }
        champion.refresh();
        shadow.refresh();
        LOG.info("model {} promoted by {}", id, caller);
        return summary(manifest);
    }

    /** Empty when the gate's verdict lets it pass and still holds. */
    private List<String> refusal(String id) {
        String inForce = registry.findChampion().orElse("");
        if (inForce.equals(id)) {
            return List.of();
        }
        return registry.findVerdict(id)
                .map(verdict -> verdict.champion().equals(inForce)
                        ? verdict.reasons()
                        : List.of("the gate held it against another champion: run './arrears models check %s'"
                                .formatted(id)))
                .orElse(List.of("the gate was not asked: run './arrears models check %s'".formatted(id)));
    }

    /**
     * Puts the champion before this one back in force; one call at a time.
     *
     * @throws ProblemException no_model_before
     */
    synchronized ModelAnswer.Summary rollback(String caller) {
        try {
            String id = registry.rollback();
            champion.refresh();
            shadow.refresh();
            LOG.info("rolled back to model {} by {}", id, caller);
            return summary(manifest(id));
        } catch (IllegalStateException e) {
            throw new ProblemException(ProblemCode.NO_MODEL_BEFORE, "promote a model instead");
        }
    }

    private ModelManifest manifest(String id) {
        try {
            return registry.get(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.UNKNOWN_MODEL, "list the models with GET /v1/models");
        }
    }

    private ModelAnswer.Summary summary(ModelManifest manifest) {
        return ModelAnswer.Summary.of(
                manifest,
                registry.role(manifest.id()),
                registry.findVerdict(manifest.id()).orElse(null));
    }
}
