package io.arrears.serving;

import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.account.AccountRoutes;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.BookClock;
import io.arrears.serving.book.Overlay;
import io.arrears.serving.decisions.DecisionRoutes;
import io.arrears.serving.decisions.Decisions;
import io.arrears.serving.docs.DocsRoutes;
import io.arrears.serving.event.EventRoutes;
import io.arrears.serving.event.Events;
import io.arrears.serving.http.Edge;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.kpi.KpiRoutes;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.monitoring.MonitoringRoutes;
import io.arrears.serving.operation.Metrics;
import io.arrears.serving.operation.OperationRoutes;
import io.arrears.serving.registry.ModelRoutes;
import io.arrears.serving.registry.Models;
import io.arrears.serving.scores.Champion;
import io.arrears.serving.scores.ScoreRoutes;
import io.arrears.serving.scores.Shadow;
import io.arrears.serving.web.WebRoutes;
import io.arrears.serving.worklist.WorklistRoutes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service, wired by hand: the one place that knows every feature. */
final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final long POLL_MILLIS = 1_000;

    private final Mart mart;
    private final List<Route> routes;
    private final Edge edge;
    /** What to close after the edge, the last opened first. */
    private final Deque<AutoCloseable> opened;

    private Service(Mart mart, List<Route> routes, Edge edge, Deque<AutoCloseable> opened) {
        this.mart = mart;
        this.routes = routes;
        this.edge = edge;
        this.opened = opened;
    }

    /** Starts serving; {@code clock} is the only source of time. */
    static Service start(ServingConfig config, Clock clock) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return wire(config, clock, opened);
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    private static Service wire(ServingConfig config, Clock clock, Deque<AutoCloseable> opened) {
        Mart mart = Mart.open(config.home(), POLL_MILLIS);
        opened.push(mart);
        Overlay overlay = new Overlay();
        Events events = Events.open(config.home().journal(), overlay);
        opened.push(events);
        Book book = new Book(mart, overlay, new BookClock(clock));
        ModelRegistry registry = new ModelRegistry(config.home().models());
        Champion champion = new Champion(registry);
        Shadow shadow = new Shadow(registry);
        opened.push(shadow);
        Decisions decisions = Decisions.open(config.home(), mart, book, champion, shadow);
        opened.push(decisions);
        Metrics metrics = new Metrics(mart, clock);
        List<RouteSource> features = List.of(
                new OperationRoutes(mart, metrics),
                new ScoreRoutes(book, champion, shadow),
                new DecisionRoutes(decisions, book),
                new WorklistRoutes(mart, book),
                new EventRoutes(events, book),
                new AccountRoutes(book, champion, mart),
                new ModelRoutes(new Models(registry, champion, shadow)),
                new MonitoringRoutes(mart),
                new KpiRoutes(mart),
                new WebRoutes());
        List<Route> routes = Stream.concat(features.stream(), Stream.of(new DocsRoutes(features)))
                .flatMap(feature -> feature.routes().stream())
                .toList();
        Edge edge = Edge.start(config.host(), config.port(), routes, config.authenticator(), metrics);
        return new Service(mart, routes, edge, opened);
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
        closeAll(opened);
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly: {}", e.getMessage());
            }
        }
    }
}
