package io.arrears.serving;

import io.arrears.serving.http.Edge;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.operation.Metrics;
import io.arrears.serving.operation.OperationRoutes;
import java.time.Clock;
import java.util.List;

/** The running service, wired by hand: the one place that knows every feature. */
final class Service implements AutoCloseable {
    private static final long POLL_MILLIS = 1_000;

    private final Mart mart;
    private final Edge edge;

    private Service(Mart mart, Edge edge) {
        this.mart = mart;
        this.edge = edge;
    }

    /** Starts serving; {@code clock} is the only source of time. */
    static Service start(ServingConfig config, Clock clock) {
        Mart mart = Mart.open(config.home(), POLL_MILLIS);
        Metrics metrics = new Metrics(mart, clock);
        List<RouteSource> features = List.of(new OperationRoutes(mart, metrics));
        List<Route> routes =
                features.stream().flatMap(feature -> feature.routes().stream()).toList();
        try {
            return new Service(
                    mart, Edge.start(config.host(), config.port(), routes, config.authenticator(), metrics));
        } catch (RuntimeException e) {
            mart.close();
            throw e;
        }
    }

    int port() {
        return edge.port();
    }

    Mart mart() {
        return mart;
    }

    @Override
    public void close() {
        edge.close();
        mart.close();
    }
}
