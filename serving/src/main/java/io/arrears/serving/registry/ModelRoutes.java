package io.arrears.serving.registry;

import io.arrears.serving.http.Access;
import io.arrears.serving.http.Callers;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.intake.FieldErrors;
import io.arrears.serving.intake.JsonObject;
import io.javalin.http.Context;
import java.util.List;

/** GET /v1/models, GET /v1/models/{id} and POST /v1/models/{id}:promote. */
public final class ModelRoutes implements RouteSource {
    private static final String TAG = "models";

    private final Models models;

    public ModelRoutes(Models models) {
        this.models = models;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/models",
                        Access.MODELS,
                        Operation.of(
                                        "listModels",
                                        TAG,
                                        "Every registered model with its role, what the gate said and how far a shadow agrees")
                                .gives("ModelList"),
                        ctx -> Json.write(ctx, models.list())),
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
                        Operation.of(
                                        "promoteModel",
                                        TAG,
                                        "Puts a model in force that passed the gate, or, with a reason, one that did not;"
                                                + " scores use it from the next call on")
                                .takes("Promotion")
                                .gives("ModelSummary")
                                .fails(
                                        ProblemCode.UNKNOWN_MODEL,
                                        ProblemCode.GATE_REFUSED,
                                        ProblemCode.MALFORMED_JSON,
                                        ProblemCode.INVALID_INPUT),
                        ctx -> Json.write(ctx, models.promote(ctx.pathParam("id"), force(ctx), Callers.name(ctx)))),
                Route.post(
                        "/v1/models:rollback",
                        Access.PROMOTING,
                        Operation.of("rollbackModel", TAG, "Puts the champion before this one back in force")
                                .gives("ModelSummary")
                                .fails(ProblemCode.NO_MODEL_BEFORE),
                        ctx -> Json.write(ctx, models.rollback(Callers.name(ctx)))));
    }

    /** The reason to set the gate's refusal aside; empty without a body. */
    private static String force(Context ctx) {
        if (ctx.req().getContentLengthLong() <= 0) {
            return "";
        }
        FieldErrors errors = new FieldErrors();
        JsonObject body = new JsonObject(Json.read(ctx), "", errors);
        errors.check();
        String reason = body.findText("force");
        body.refuseOthers();
        errors.check();
        return reason == null ? "" : reason;
    }
}
