package io.arrears.serving.monitoring;

import io.arrears.serving.http.Access;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Query;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.mart.Mart;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GET /v1/monitoring. */
public final class MonitoringRoutes implements RouteSource {
    private static final String AS_OF = "as_of";

    private final Checks checks;

    public MonitoringRoutes(Mart mart) {
        this.checks = new Checks(mart);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get(
                "/v1/monitoring",
                Access.MODELS,
                Operation.of(
                                "getMonitoring",
                                "models",
                                "Checks of the model in force as published: alarms, calibration per cycle, what moved")
                        .query(AS_OF, "string", "Date of the check whose figures are wanted (default: the newest)")
                        .gives("Monitoring")
                        .fails(ProblemCode.INVALID_PARAMETER, ProblemCode.NOTHING_PUBLISHED),
                ctx -> Json.write(ctx, checks.read(asOf(ctx)))));
    }

    private static @Nullable LocalDate asOf(Context ctx) {
        String text = Query.findText(ctx, AS_OF).orElse(null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Query.invalid(AS_OF, "is no date like 2026-06-01");
        }
    }
}
