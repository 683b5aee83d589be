package io.arrears.serving.kpi;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A KPI's table as CSV (RFC 4180): null is empty; text that a spreadsheet would run as a formula is made plain. */
final class KpiCsv {
    private KpiCsv() {}

    static String write(KpiTable table) {
        StringBuilder csv = new StringBuilder();
        append(csv, table.columns().stream().map(KpiTable.Column::name).toList());
        for (List<@Nullable Object> row : table.rows()) {
            append(csv, row);
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, List<? extends @Nullable Object> cells) {
        csv.append(cells.stream().map(KpiCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            return value.toString();
        }
        String plain = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + plain.replace("\"", "\"\"") + '"'
                : plain;
    }
}
