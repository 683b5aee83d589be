package io.arrears.serving.kpi;

import java.util.List;

/**
 * One KPI as its file states it.
 *
 * @param name the file's name, in lower case with underscores
 * @param definition in words, one paragraph
 * @param slices the slices it can be asked for; empty when it is always over the whole book
 * @param nullWhen why a value can be missing
 * @param sql the statement, with three positional parameters: currency, receivable type, segment
 */
record Kpi(
        String name,
        String title,
        String definition,
        KpiUnit unit,
        KpiPeriod period,
        Better better,
        int definitionVersion,
        List<String> slices,
        String nullWhen,
        String sql) {
    Kpi {
        slices = List.copyOf(slices);
    }
}
