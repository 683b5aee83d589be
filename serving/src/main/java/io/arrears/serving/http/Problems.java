package io.arrears.serving.http;

import io.arrears.serving.mart.MartException;
import io.arrears.serving.mart.NothingPublishedException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what ends a request early into problem answers; what failed inside is logged, never shown. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int LOGGED_FRAMES = 30;

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(
                ProblemException.class, (e, ctx) -> answer(ctx, e.code(), String.valueOf(e.getMessage()), e.errors()));
        routes.exception(
                NothingPublishedException.class,
                (e, ctx) -> answer(ctx, ProblemCode.NOTHING_PUBLISHED, String.valueOf(e.getMessage()), List.of()));
        routes.exception(MartException.class, (e, ctx) -> {
            log(ctx, e, "mart");
            answer(ctx, ProblemCode.UNAVAILABLE, "the mart can't answer: try again, then see the log", List.of());
        });
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, codeOf(e), detailOf(e), List.of()));
        routes.exception(Exception.class, Problems::internal);
    }

    private static void internal(Exception e, Context ctx) {
        String incident = UUID.randomUUID().toString();
        log(ctx, e, incident);
        answer(ctx, ProblemCode.INTERNAL, "see the service's log, incident " + incident, List.of());
    }

    private static ProblemCode codeOf(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 413 -> ProblemCode.TOO_LARGE;
            case 503 -> ProblemCode.UNAVAILABLE;
            default -> e.getStatus() < 500 ? ProblemCode.INVALID_PARAMETER : ProblemCode.INTERNAL;
        };
    }

    private static String detailOf(HttpResponseException e) {
        return e.getStatus() == 404 || e.getStatus() == 405 ? "see /docs for what there is" : "see /docs";
    }

    static void answer(Context ctx, ProblemCode code, String detail, List<FieldError> errors) {
        if (code == ProblemCode.UNAUTHENTICATED) {
            ctx.header("WWW-Authenticate", "Basic realm=\"Arrears: any name, API key as password\", charset=\"UTF-8\"");
        }
        if (code.status() == 503) {
            ctx.header("Retry-After", "5");
        }
        ctx.status(code.status());
        Json.write(ctx, MEDIA_TYPE, Problem.of(code, detail, ctx.path(), errors));
    }

    /** Class and frames only: a message may quote data. */
    private static void log(Context ctx, Throwable failure, String incident) {
        StringBuilder text = new StringBuilder();
        for (Throwable e = failure; e != null; e = e.getCause()) {
            text.append("\n  ").append(e.getClass().getName());
            StackTraceElement[] frames = e.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, LOGGED_FRAMES); i++) {
                text.append("\n    at ").append(frames[i]);
            }
        }
        LOG.error("{} {} failed, incident {}{}", ctx.method(), route(ctx), incident, text);
    }

    private static String route(Context ctx) {
        String route = ctx.attribute(Edge.ROUTE);
        return route == null ? "-" : route;
    }
}
