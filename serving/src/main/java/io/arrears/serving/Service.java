package io.arrears.serving;

import io.arrears.serving.http.Edge;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.kpi.KpiRoutes;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.operation.Metrics;
import io.arrears.serving.operation.OperationRoutes;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.account.AccountRoutes;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.BookClock;
import io.arrears.serving.book.Overlay;
import io.arrears.serving.docs.DocsRoutes;
import io.arrears.serving.event.EventRoutes;
import io.arrears.serving.event.Events;
import io.arrears.serving.registry.ModelRoutes;
import io.arrears.serving.scores.Champion;
import io.arrears.serving.scores.ScoreRoutes;
import io.arrears.serving.worklist.WorklistRoutes;
import io.arrears.serving.web.WebRoutes;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The running service, wired by hand: the one place that knows every feature. */
final class Service implements AutoCloseable {
    private static final long POLL_MILLIS = 1_000;

    private final Mart mart;
    private final Events events;
    private final List<Route> routes;
    private final Edge edge;

    private Service(Mart mart, Events events, List<Route> routes, Edge edge) {
        this.mart = mart;
        this.routes = routes;
        this.events = events;
        this.edge = edge;
    }

    /** Starts serving; {@code clock} is the only source of time. */
    static Service start(ServingConfig config, Clock clock) {
        Mart mart = Mart.open(config.home(), POLL_MILLIS);
        Overlay overlay = new Overlay();
        Events events = Events.open(config.home().journal(), overlay);
        Book book = new Book(mart, overlay, new BookClock(clock));
        ModelRegistry registry = new ModelRegistry(config.home().models());
        Champion champion = new Champion(registry);
        Metrics metrics = new Metrics(mart, clock);
        List<RouteSource> features = List.of(
                new OperationRoutes(mart, metrics),
                new ScoreRoutes(book, champion),
                new WorklistRoutes(mart),
                new EventRoutes(events, book),
                new AccountRoutes(book, champion, mart),
                new ModelRoutes(registry, champion),
                new KpiRoutes(mart),
                new WebRoutes());
        List<Route> routes = Stream.concat(features.stream(), Stream.of(new DocsRoutes(features)))
                .flatMap(feature -> feature.routes().stream())
                .toList();
        return new Service(
                mart, events, routes, Edge.start(config.host(), config.port(), routes, config.authenticator(), metrics));
    }

    int port() {
        return edge.port();
    }

    /** Every route served. */
    List<Route> routes() {
        return routes;
    }

    Mart mart() {
        return mart;
    }

    @Override
    public void close() {
        edge.close();
        events.close();
        mart.close();
    }
}
