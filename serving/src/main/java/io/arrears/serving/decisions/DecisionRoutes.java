package io.arrears.serving.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.serving.book.Book;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.scores.AskedAccount;
import io.javalin.http.Context;
import java.util.List;

/** POST /v1/decisions and GET /v1/decisions/{id}. */
public final class DecisionRoutes implements RouteSource {
    private static final String TAG = "decisions";

    private final Decisions decisions;
    private final Book book;

    public DecisionRoutes(Decisions decisions, Book book) {
        this.decisions = decisions;
        this.book = book;
    }

    @Override
    public List<Route> routes() {
        Operation decide = Operation.of(
                        "decide", TAG, "Next best action and channel for one account, recorded before it is answered")
                .takes("ScoreRequest")
                .gives("Decision")
                .fails(
                        ProblemCode.MALFORMED_JSON,
                        ProblemCode.INVALID_INPUT,
                        ProblemCode.UNKNOWN_ACCOUNT,
                        ProblemCode.NOT_SCORABLE,
                        ProblemCode.NOT_OPEN,
                        ProblemCode.NO_MODEL,
                        ProblemCode.NO_STRATEGY,
                        ProblemCode.NOTHING_PUBLISHED);
        Operation get = Operation.of("getDecision", TAG, "A recorded decision, and whether it replays byte for byte")
                .gives("RecordedDecision")
                .fails(ProblemCode.UNKNOWN_DECISION);
        return List.of(
                Route.post("/v1/decisions", Access.DECIDING, decide, this::decide),
                Route.get(
                        "/v1/decisions/{id}",
                        Access.DECISIONS,
                        get,
                        ctx -> Json.write(ctx, decisions.get(ctx.pathParam("id")))));
    }

    private void decide(Context ctx) {
        JsonNode request = Json.read(ctx);
        Json.write(ctx, decisions.decide(AskedAccount.read(request, book), !request.has("account_id")));
    }
}
