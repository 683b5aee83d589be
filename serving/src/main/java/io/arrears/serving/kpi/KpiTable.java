package io.arrears.serving.kpi;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI says for one slice: named columns and rows of JSON-ready values (text, Long, Double, BigDecimal, Boolean
 * or null). Dates are ISO text, money is an exact decimal in currency units.
 */
record KpiTable(List<Column> columns, List<List<@Nullable Object>> rows) {
    /** A column: {@code type} is date, timestamp, text, money or number. */
    record Column(String name, String type) {}

    KpiTable {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }

    /** Where a column stands, or -1. */
    int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is one series: a value for each period and no other dimension. */
    boolean isSeries() {
        return indexOf("period") == 0 && indexOf("value") == 1;
    }
}
