package io.arrears.serving.operation;

import io.arrears.serving.http.Access;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.NothingPublishedException;
import io.arrears.serving.mart.RunInfo;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GET /health, /ready, /metrics and /v1/runs/current. */
public final class OperationRoutes implements RouteSource {
    private static final String TAG = "operation";

    private final Mart mart;
    private final Metrics metrics;

    public OperationRoutes(Mart mart, Metrics metrics) {
        this.mart = mart;
        this.metrics = metrics;
    }

    /** A run as answered. */
    private record Run(
            String runId,
            LocalDate asOf,
            Instant publishedAt,
            @Nullable String modelId,
            @Nullable String strategy,
            @Nullable String strategyDigest,
            @Nullable String strategyCurrency) {
        static Run of(RunInfo run) {
            return new Run(
                    run.runId(),
                    run.asOf(),
                    run.publishedAt(),
                    run.modelId(),
                    run.strategy(),
                    run.strategyDigest(),
                    run.strategyCurrency());
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/health",
                        Access.ANYONE,
                        Operation.of("getHealth", TAG, "Whether the process lives")
                                .gives("Health"),
                        ctx -> Json.write(ctx, Map.of("status", "up"))),
                Route.get(
                        "/ready",
                        Access.ANYONE,
                        Operation.of("getReadiness", TAG, "Whether a published run is served")
                                .gives("Readiness")
                                .fails(ProblemCode.NOTHING_PUBLISHED, ProblemCode.UNAVAILABLE),
                        this::ready),
                Route.get(
                        "/metrics",
                        Access.ANY_ROLE,
                        Operation.of("getMetrics", TAG, "Measurements in Prometheus text format")
                                .givesPlain(Metrics.MEDIA_TYPE),
                        ctx -> ctx.contentType(Metrics.MEDIA_TYPE).result(metrics.text())),
                Route.get(
                        "/v1/runs/current",
                        Access.ANY_ROLE,
                        Operation.of("getCurrentRun", TAG, "The run in force")
                                .gives("Run")
                                .fails(ProblemCode.NOTHING_PUBLISHED),
                        ctx -> Json.write(ctx, Run.of(current()))));
    }

    private void ready(Context ctx) {
        RunInfo run = current();
        Json.write(ctx, Map.of("status", "ready", "run_id", run.runId(), "as_of", run.asOf()));
    }

    private RunInfo current() {
        return mart.currentRun().orElseGet(() -> {
            mart.findProblem().ifPresent(problem -> {
                throw new ProblemException(ProblemCode.UNAVAILABLE, "the published run can't be served: see the log");
            });
            throw new NothingPublishedException();
        });
    }
}
