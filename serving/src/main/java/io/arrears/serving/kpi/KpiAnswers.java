package io.arrears.serving.kpi;

import io.arrears.model.account.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of the KPI calls, in the shape they are sent. */
final class KpiAnswers {
    private static final int SPARK_POINTS = 26;

    private KpiAnswers() {}

    /** What a KPI is: the part both answers share. */
    record Definition(
            String name,
            String title,
            String unit,
            String period,
            String better,
            String definition,
            int definitionVersion,
            List<String> slices) {
        static Definition of(Kpi kpi) {
            return new Definition(
                    kpi.name(),
                    kpi.title(),
                    kpi.unit().code(),
                    kpi.period().code(),
                    kpi.better().code(),
                    kpi.definition(),
                    kpi.definitionVersion(),
                    kpi.slices());
        }
    }

    /** Which figures these are: of which run, for which part of the book. */
    record Scope(
            String runId,
            LocalDate asOf,
            Instant publishedAt,
            String currency,
            int currencyDecimals,
            @Nullable String receivableType,
            @Nullable String segment) {
        static Scope of(KpiBook book) {
            return new Scope(
                    book.run().runId(),
                    book.run().asOf(),
                    book.run().publishedAt(),
                    book.slice().currency(),
                    Money.decimals(Currency.getInstance(book.slice().currency())),
                    book.slice().receivableType(),
                    book.slice().segment());
        }
    }

    /** A value of a series; {@code reason} says why the value is null. */
    record Point(
            @Nullable Object period,
            @Nullable Object value,
            @Nullable String reason) {}

    /** One KPI of the list. Those that are tables rather than one series have no newest value, and say so. */
    record Summary(
            Definition kpi,
            Point latest,
            Point previous,
            @Nullable BigDecimal change,
            List<Point> series) {}

    /** The list. */
    record Listing(
            Scope scope,
            List<String> currencies,
            List<String> receivableTypes,
            List<String> segments,
            List<Summary> kpis) {}

    /** One KPI in full: a row is an object by column name. */
    record Detail(
            Definition kpi,
            Scope scope,
            List<KpiTable.Column> columns,
            List<Map<String, @Nullable Object>> rows,
            @Nullable String reason) {}

    static Summary summary(Kpi kpi, KpiTable table) {
        if (!table.isSeries()) {
            Point none = new Point(null, null, "a table, not one series: ask for it by name");
            return new Summary(Definition.of(kpi), none, none, null, List.of());
        }
        List<Point> series = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            series.add(new Point(row.get(0), row.get(1), row.get(1) == null ? kpi.nullWhen() : null));
        }
        Point latest = fromEnd(series, 1, kpi.nullWhen());
        Point previous = fromEnd(series, 2, "no earlier period");
        return new Summary(
                Definition.of(kpi),
                latest,
                previous,
                change(latest, previous),
                List.copyOf(series.subList(Math.max(0, series.size() - SPARK_POINTS), series.size())));
    }

    private static Point fromEnd(List<Point> series, int back, String reason) {
        return series.size() < back ? new Point(null, null, reason) : series.get(series.size() - back);
    }

    private static @Nullable BigDecimal change(Point latest, Point previous) {
        return latest.value() instanceof Number now && previous.value() instanceof Number before
                ? new BigDecimal(now.toString()).subtract(new BigDecimal(before.toString()))
                : null;
    }

    static Detail detail(Kpi kpi, KpiBook book, KpiTable table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> values : table.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(table.columns().get(i).name(), values.get(i));
            }
            rows.add(row);
        }
        return new Detail(Definition.of(kpi), Scope.of(book), table.columns(), rows, reason(kpi, table));
    }

    private static @Nullable String reason(Kpi kpi, KpiTable table) {
        int value = table.indexOf("value");
        boolean hasGap = value >= 0 && table.rows().stream().anyMatch(row -> row.get(value) == null);
        return table.rows().isEmpty() || hasGap ? kpi.nullWhen() : null;
    }
}
