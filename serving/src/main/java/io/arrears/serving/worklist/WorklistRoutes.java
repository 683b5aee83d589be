package io.arrears.serving.worklist;

import io.arrears.model.account.Coded;
import io.arrears.model.account.ReceivableType;
import io.arrears.serving.book.Book;
import io.arrears.serving.http.Accepted;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Content;
import io.arrears.serving.http.Csv;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Query;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.mart.Mart;
import io.javalin.http.Context;
import java.util.List;

/** GET /v1/worklists/{queue}. */
public final class WorklistRoutes implements RouteSource {
    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 100;

    private final Worklists worklists;

    public WorklistRoutes(Mart mart, Book book) {
        this.worklists = new Worklists(mart, book);
    }

    @Override
    public List<Route> routes() {
        Operation operation = Operation.of(
                        "getWorklist",
                        "worklists",
                        "Today's ranked work list, cut by capacity. The queue is all, a channel or an action")
                .query("limit", "integer", "Most rows in one page, 1 to 1000 (default 100)")
                .query("after", "integer", "Rank after which the page begins: next of the page before")
                .query("receivable_type", "string", "Only accounts of this type")
                .query("segment", "string", "Only accounts of this segment")
                .query("min_value", "number", "Least net value, in units of the plan's currency")
                .gives("Worklist")
                .givesPlain(Content.CSV)
                .fails(
                        ProblemCode.INVALID_PARAMETER,
                        ProblemCode.UNKNOWN_QUEUE,
                        ProblemCode.NOT_ACCEPTABLE,
                        ProblemCode.NO_STRATEGY,
                        ProblemCode.NOTHING_PUBLISHED);
        return List.of(Route.get("/v1/worklists/{queue}", Access.ACCOUNTS, operation, this::get));
    }

    private void get(Context ctx) {
        String type = Query.findText(ctx, "receivable_type").orElse(null);
        if (type != null && Coded.find(ReceivableType.class, type).isEmpty()) {
            throw Query.invalid("receivable_type", "is none of " + Coded.codes(ReceivableType.class));
        }
        WorklistQuery query = new WorklistQuery(
                ctx.pathParam("queue"),
                Query.findInt(ctx, "after", 0, Integer.MAX_VALUE).orElse(0),
                Query.findInt(ctx, "limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT),
                type,
                Query.findText(ctx, "segment").orElse(null),
                Query.findDecimal(ctx, "min_value").orElse(null));
        String mediaType = Accepted.choose(ctx, List.of(Content.JSON, Content.CSV));
        WorklistPage page = worklists.get(query);
        if (mediaType.equals(Content.CSV)) {
            ctx.contentType("text/csv; charset=utf-8").result(Csv.text(Worklists.COLUMNS, page.rows()));
        } else {
            Json.write(ctx, page);
        }
    }
}
