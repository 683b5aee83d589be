package io.arrears.serving.kpi;

import io.arrears.serving.http.Access;
import io.arrears.serving.http.Content;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** GET /v1/kpis and /v1/kpis/{name}. */
public final class KpiRoutes implements RouteSource {
    private static final String TAG = "kpis";

    private final Mart mart;
    private final KpiLedger ledger = KpiLedger.load();
    private final KpiStore store = new KpiStore();

    /**
     * Reads the ledger.
     *
     * @throws IllegalArgumentException naming the KPI file that can't be used and why
     */
    public KpiRoutes(Mart mart) {
        this.mart = mart;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/v1/kpis",
                        Access.FIGURES,
                        sliced(Operation.of("listKpis", TAG, "Every KPI with its definition, newest value and trend"))
                                .query("names", "string", "Only these KPIs, comma separated; default: all")
                                .gives("KpiList")
                                .fails(ProblemCode.UNKNOWN_KPI),
                        ctx -> Json.write(ctx, mart.read(reader -> list(reader, ctx)))),
                Route.get(
                        "/v1/kpis/{name}",
                        Access.FIGURES,
                        sliced(Operation.of("getKpi", TAG, "One KPI in full, as JSON or CSV"))
                                .query("format", "string", "json or csv; wins over the Accept header")
                                .gives("Kpi")
                                .givesPlain(Content.CSV)
                                .fails(ProblemCode.UNKNOWN_KPI),
                        this::get));
    }

    private static Operation sliced(Operation operation) {
        return operation
                .query("currency", "string", "ISO 4217; default: the plan's, else the one most open accounts are in")
                .query("receivable_type", "string", "Only accounts of this type")
                .query("segment", "string", "Only accounts of this segment")
                .fails(ProblemCode.INVALID_PARAMETER, ProblemCode.NOTHING_PUBLISHED);
    }

    private KpiAnswers.Listing list(MartReader reader, Context ctx) {
        List<Kpi> wanted = wanted(ctx);
        KpiBook book = book(reader, ctx);
        return new KpiAnswers.Listing(
                KpiAnswers.Scope.of(book),
                book.currencies(),
                book.receivableTypes(),
                book.segments(),
                wanted.stream()
                        .map(kpi -> KpiAnswers.summary(kpi, store.get(reader, kpi, book.slice())))
                        .toList());
    }

    private List<Kpi> wanted(Context ctx) {
        String names = param(ctx, "names");
        return names == null
                ? ledger.list()
                : Arrays.stream(names.split(",", -1)).map(this::kpi).toList();
    }

    private Kpi kpi(String name) {
        return ledger.find(name)
                .orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_KPI, "GET /v1/kpis lists what there is"));
    }

    private void get(Context ctx) {
        boolean csv = wantsCsv(ctx);
        Kpi kpi = kpi(ctx.pathParam("name"));
        mart.read(reader -> {
            KpiBook book = book(reader, ctx);
            KpiTable table = store.get(reader, kpi, book.slice());
            if (csv) {
                ctx.contentType(Content.CSV + "; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(fileName(kpi, book)))
                        .result(KpiCsv.write(table));
            } else {
                Json.write(ctx, KpiAnswers.detail(kpi, book, table));
            }
            return ctx;
        });
    }

    private static String fileName(Kpi kpi, KpiBook book) {
        return "%s-%s-%s"
                .formatted(
                        kpi.name(),
                        book.slice().currency().toLowerCase(Locale.ROOT),
                        book.run().asOf());
    }

    private static boolean wantsCsv(Context ctx) {
        String format = ctx.queryParam("format");
        if (format == null) {
            String accept = ctx.header("Accept");
            return accept != null && accept.contains(Content.CSV);
        }
        if (!format.equals("csv") && !format.equals("json")) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "format: use json or csv");
        }
        return format.equals("csv");
    }

    private static KpiBook book(MartReader reader, Context ctx) {
        return KpiBooks.read(reader, param(ctx, "currency"), param(ctx, "receivable_type"), param(ctx, "segment"));
    }

    private static @Nullable String param(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
