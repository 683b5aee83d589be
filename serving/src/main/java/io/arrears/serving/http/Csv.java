package io.arrears.serving.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as RFC 4180 text with a header. */
public final class Csv {
    private Csv() {}

    /** The rows' values of {@code columns}; null is an empty field. */
    public static String text(List<String> columns, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        StringBuilder out = new StringBuilder(String.join(",", columns)).append("\r\n");
        for (Map<String, ? extends @Nullable Object> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                out.append(i == 0 ? "" : ",").append(field(row.get(columns.get(i))));
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
