package io.arrears.pipeline.publish;

import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.sql.DuckDb;
import java.sql.SQLException;
import java.sql.Timestamp;

/** The registry as tables of the mart. */
final class ModelTables {
    private final DuckDb db;
    private final ModelRegistry registry;

    ModelTables(DuckDb db, ModelRegistry registry) {
        this.db = db;
        this.registry = registry;
    }

    void load() throws SQLException {
        try (Rows models = new Rows(db, "model", 9);
                Rows metrics = new Rows(db, "model_metric", 9);
                Rows curves = new Rows(db, "model_curve", 9)) {
            for (ModelManifest model : registry.list()) {
                addModel(models, model);
                Evaluation evaluation = registry.evaluation(model.id());
                for (MetricRow row : evaluation.metrics()) {
                    metrics.add(
                            model.id(),
                            row.target(),
                            row.contender(),
                            row.slice(),
                            row.metric(),
                            row.value(),
                            row.low(),
                            row.high(),
                            row.n());
                }
                for (CurvePoint point : evaluation.curves()) {
                    curves.add(
                            model.id(),
                            point.target(),
                            point.contender(),
                            point.curve(),
                            point.x(),
                            point.y(),
                            point.low(),
                            point.high(),
                            point.n());
                }
            }
        }
    }

    private void addModel(Rows models, ModelManifest model) throws SQLException {
        models.add(
                model.id(),
                registry.role(model.id()),
                Timestamp.from(model.createdAt()),
                model.origin().from(),
                model.origin().through(),
                model.schemaFingerprint(),
                model.origin().seed(),
                model.origin().codeRevision(),
                registry.card(model.id()));
    }
}
