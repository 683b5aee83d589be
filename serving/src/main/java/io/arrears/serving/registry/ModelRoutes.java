package io.arrears.serving.registry;

import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Callers;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.scores.Champion;
import java.util.List;
import java.util.Map;

/** GET /v1/models, GET /v1/models/{id} and POST /v1/models/{id}:promote. */
public final class ModelRoutes implements RouteSource {
    private static final String TAG = "models";

    private final Models models;

    public ModelRoutes(ModelRegistry registry, Champion champion) {
        this.models = new Models(registry, champion);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/models",
                        Access.MODELS,
                        Operation.of("listModels", TAG, "Every registered model with its role and headline figures")
                                .gives("ModelList"),
                        ctx -> Json.write(ctx, Map.of("models", models.list()))),
                Route.get(
                        "/v1/models/{id}",
                        Access.MODELS,
                        Operation.of("getModel", TAG, "One model with its evaluation, curves, lineage and card")
                                .gives("Model")
                                .fails(ProblemCode.UNKNOWN_MODEL),
                        ctx -> Json.write(ctx, models.get(ctx.pathParam("id")))),
                Route.post(
                        "/v1/models/{id}:promote",
                        Access.PROMOTING,
                        Operation.of("promoteModel", TAG, "Puts a model in force; scores use it from the next call on")
                                .gives("ModelSummary")
                                .fails(ProblemCode.UNKNOWN_MODEL),
                        ctx -> Json.write(ctx, models.promote(ctx.pathParam("id"), Callers.name(ctx)))));
    }
}
