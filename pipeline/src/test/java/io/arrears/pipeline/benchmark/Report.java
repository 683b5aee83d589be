package io.arrears.pipeline.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Medians and ratios as a table. */
final class Report {
    private Report() {}

    static String of(long payments, long accounts, Map<Contender, List<Figures>> figures) {
        StringBuilder text = new StringBuilder();
        text.append(format(
                "%n%,d rows of payments, %,d accounts, %d like-for-like features; medians of %d runs%n%n",
                payments,
                accounts,
                SqlText.FEATURES.size(),
                figures.values().iterator().next().size()));
        text.append(
                format(
                        "| contender | CPU s | wall s | peak MiB | CPU to DuckDB SQL | CPU to Spark SQL |%n|---|---|---|---|---|---|%n"));
        figures.forEach((contender, runs) -> text.append(format(
                "| %s | %.1f | %.1f | %.0f | %s | %s |%n",
                contender.title(),
                cpu(runs),
                median(runs, Figures::wallSeconds),
                median(runs, Figures::peakMib),
                ratio(runs, figures.get(Contender.DUCKDB_SQL)),
                ratio(runs, figures.get(Contender.SPARK_SQL)))));
        addDates(text, "the same features", figures.get(Contender.OURS), figures.get(Contender.OURS_12));
        addDates(text, "all features", figures.get(Contender.OURS_ALL), figures.get(Contender.OURS_ALL_12));
        return text.toString();
    }

    private static void addDates(StringBuilder text, String what, List<Figures> one, List<Figures> twelve) {
        if (one != null && twelve != null) {
            text.append(format("%nTwelve dates in one pass to one date, %s: %.2f", what, cpu(twelve) / cpu(one)));
        }
        text.append(format("%n"));
    }

    private static String ratio(List<Figures> runs, List<Figures> peer) {
        return peer == null ? "" : format("%.2f", cpu(runs) / cpu(peer));
    }

    private static double cpu(List<Figures> runs) {
        return median(runs, Figures::cpuSeconds);
    }

    private static double median(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String format(String pattern, Object... args) {
        return String.format(Locale.ROOT, pattern, args);
    }
}
