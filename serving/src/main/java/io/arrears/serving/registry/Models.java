package io.arrears.serving.registry;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.scores.Champion;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the registry and puts models in force. */
final class Models {
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final ModelRegistry registry;
    private final Champion champion;

    Models(ModelRegistry registry, Champion champion) {
        this.registry = registry;
        this.champion = champion;
    }

    List<ModelAnswer.Summary> list() {
        return registry.list().stream().map(this::summary).toList();
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
     * Puts a model in force; one call at a time.
     *
     * @throws ProblemException unknown_model
     */
    synchronized ModelAnswer.Summary promote(String id, String caller) {
        ModelManifest manifest = manifest(id);
        registry.load(id);
        registry.promote(id);
        champion.refresh();
        LOG.info("model {} promoted by {}", id, caller);
        return summary(manifest);
    }

    private ModelManifest manifest(String id) {
        try {
            return registry.get(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.UNKNOWN_MODEL, "list the models with GET /v1/models");
        }
    }

    private ModelAnswer.Summary summary(ModelManifest manifest) {
        return ModelAnswer.Summary.of(manifest, registry.role(manifest.id()));
    }
}
