package io.arrears.serving.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: the route table behind gate, headers, problem answers, access log and measurement. */
public final class Edge implements AutoCloseable {
    static final String ROUTE = "arrears.route";
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final long DRAIN_MILLIS = 10_000;

    private final Javalin javalin;

    private Edge(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts serving.
     *
     * @param port 0 takes any free one
     * @param meter told of every answered call
     */
    public static Edge start(String host, int port, List<Route> routes, Authenticator authenticator, Meter meter) {
        Gate gate = new Gate(authenticator);
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            config.requestLogger.http((ctx, millis) -> log(ctx, millis, meter));
            for (Route route : routes) {
                config.routes.addHttpHandler(
                        HandlerType.findOrCreate(route.method().name()), route.path(), guarded(gate, route));
            }
            Problems.register(config.routes);
        });
        return new Edge(javalin.start(host, port));
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Body.MAX_BYTES;
        config.staticFiles.enableWebjars();
        config.routes.before(SecurityHeaders::set);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(DRAIN_MILLIS);
            server.insertHandler(new GracefulHandler());
        });
    }

    private static Handler guarded(Gate gate, Route route) {
        return ctx -> {
            ctx.attribute(ROUTE, route.path());
            gate.check(ctx, route);
            route.handler().handle(ctx);
        };
    }

    private static void log(Context ctx, float millis, Meter meter) {
        String route = ctx.attribute(ROUTE);
        String known = route == null ? "other" : route;
        meter.record(ctx.method().name(), known, ctx.statusCode(), millis / 1000.0);
        // The path may name an account id, never more: query strings and bodies are left out.
        ACCESS.info(String.format(
                Locale.ROOT,
                "%s %s %d %.1f ms %s",
                ctx.method(),
                ctx.path(),
                ctx.statusCode(),
                millis,
                Callers.name(ctx)));
    }

    public int port() {
        return javalin.port();
    }

    /** Stops taking calls, lets those under way finish, then stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
