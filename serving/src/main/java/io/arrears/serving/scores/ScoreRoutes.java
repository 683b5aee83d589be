package io.arrears.serving.scores;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.AccountId;
import io.arrears.serving.book.Book;
import io.arrears.serving.http.Accepted;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Body;
import io.arrears.serving.http.Content;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.intake.FieldErrors;
import io.arrears.serving.intake.JsonObject;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** POST /v1/scores and POST /v1/scores:batch. */
public final class ScoreRoutes implements RouteSource {
    private static final String TAG = "scores";
    /** Most accounts in one batch. */
    static final int MAX_BATCH = 10_000;

    private final Book book;
    private final AccountScores scores;

    public ScoreRoutes(Book book, Champion champion, Shadow shadow) {
        this.book = book;
        this.scores = new AccountScores(book, champion, shadow);
    }

    @Override
    public List<Route> routes() {
        Operation one = Operation.of(
                        "scoreAccount", TAG, "Scores one account, known to the service or with a history sent along")
                .takes("ScoreRequest")
                .gives("Score")
                .fails(
                        ProblemCode.MALFORMED_JSON,
                        ProblemCode.INVALID_INPUT,
                        ProblemCode.UNKNOWN_ACCOUNT,
                        ProblemCode.NOT_SCORABLE,
                        ProblemCode.NO_MODEL,
                        ProblemCode.NOTHING_PUBLISHED);
        Operation many = Operation.of("scoreBatch", TAG, "Scores up to 10,000 known accounts")
                .takes("ScoreBatchRequest")
                .takesPlain(Content.ARROW)
                .gives("ScoreBatch")
                .givesPlain(Content.ARROW)
                .fails(
                        ProblemCode.MALFORMED_JSON,
                        ProblemCode.MALFORMED_ARROW,
                        ProblemCode.INVALID_INPUT,
                        ProblemCode.NOT_ACCEPTABLE,
                        ProblemCode.NO_MODEL,
                        ProblemCode.NOTHING_PUBLISHED);
        return List.of(
                Route.post("/v1/scores", Access.SCORING, one, this::one),
                Route.post("/v1/scores:batch", Access.SCORING, many, this::many));
    }

    private void one(Context ctx) {
        Json.write(ctx, scores.score(AskedAccount.read(Json.read(ctx), book)));
    }

    private void many(Context ctx) throws IOException {
        String mediaType = Accepted.choose(ctx, List.of(Content.JSON, Content.ARROW));
        String sent = String.valueOf(ctx.contentType());
        AccountScores.Batch batch = sent.startsWith(Content.ARROW)
                ? scores.scoreAll(ArrowScores.readIds(Body.read(ctx), MAX_BATCH), OptionalLong.empty())
                : json(Json.read(ctx));
        if (mediaType.equals(Content.ARROW)) {
            ctx.contentType(Content.ARROW).result(ArrowScores.write(batch.scores()));
        } else {
            Json.write(ctx, batch);
        }
    }

    /** A bare list of ids, or an object with account_ids and as_of. */
    private AccountScores.Batch json(JsonNode sent) {
        FieldErrors errors = new FieldErrors();
        OptionalLong asOf = OptionalLong.empty();
        JsonNode list = sent;
        String path = "";
        if (sent.isObject()) {
            JsonObject body = new JsonObject(sent, "", errors);
            asOf = AsOf.find(body);
            list = body.find("account_ids");
            path = "account_ids";
            body.refuseOthers();
        }
        List<AccountId> ids = new ArrayList<>();
        if (list == null || !list.isArray()) {
            errors.add(path.isEmpty() ? "$" : path, "is no list of account ids");
        } else if (list.size() > MAX_BATCH) {
            errors.add(path.isEmpty() ? "$" : path, "has %d ids: the limit is %d".formatted(list.size(), MAX_BATCH));
        } else {
            ids = ids(list, path, errors);
        }
        errors.check();
        return scores.scoreAll(ids, asOf);
    }

    private static List<AccountId> ids(JsonNode list, String path, FieldErrors errors) {
        List<AccountId> ids = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            try {
                ids.add(new AccountId(list.get(i).isTextual() ? list.get(i).textValue() : ""));
            } catch (IllegalArgumentException e) {
                errors.add("%s[%d]".formatted(path, i), "is no account id: 1 to 128 printable characters");
            }
        }
        return ids;
    }
}
