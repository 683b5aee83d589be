package io.arrears.serving.event;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.serving.book.Book;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.intake.EventReader;
import io.arrears.serving.intake.FieldErrors;
import io.arrears.serving.intake.JsonObject;
import io.javalin.http.Context;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** POST /v1/events. */
public final class EventRoutes implements RouteSource {
    private final Events events;
    private final Book book;

    public EventRoutes(Events events, Book book) {
        this.events = events;
        this.book = book;
    }

    @Override
    public List<Route> routes() {
        Operation operation = Operation.of(
                        "reportEvents", "events", "Takes live facts in, all or none; the next answer knows them")
                .takes("Events")
                .gives("EventReceipt")
                .fails(
                        ProblemCode.MALFORMED_JSON,
                        ProblemCode.INVALID_INPUT,
                        ProblemCode.CONFLICT,
                        ProblemCode.NOTHING_PUBLISHED);
        return List.of(Route.post("/v1/events", Access.REPORTING, operation, this::report));
    }

    private void report(Context ctx) {
        long now = book.nowMicros();
        FieldErrors errors = new FieldErrors();
        JsonObject body = new JsonObject(Json.read(ctx), "", errors);
        errors.check();
        List<EventReader.Event> read = new EventReader(this::findCurrency, now, errors).read(body);
        errors.check();
        Json.write(ctx, events.accept(read, book, now));
    }

    private Optional<Currency> findCurrency(AccountId id) {
        return book.find(id)
                .flatMap(account ->
                        account.history().knownAt(Long.MAX_VALUE).findAccount().map(Account::currency));
    }
}
