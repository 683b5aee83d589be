package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.FactTable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cells of one row in canonical columns, as text; a blank cell is absent. */
final class Cells {
    private final Shape shape;
    private final @Nullable String[] values;

    Cells(Shape shape, @Nullable String[] values) {
        this.shape = shape;
        this.values = values;
    }

    FactTable table() {
        return shape.table();
    }

    @Nullable
    String find(SourceColumn column) {
        int position = shape.position(column);
        return position < 0 ? null : values[position];
    }

    /** The cell of a required column; a blank one ends the row. */
    String get(SourceColumn column) {
        String value = find(column);
        if (value == null) {
            throw BadRow.of(
                    RejectReason.MISSING_REQUIRED, column.code(), null, "%s is required".formatted(column.code()));
        }
        return value;
    }

    /** The present {@code x_} and {@code audit_} cells, by column. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            String column = shape.columns().get(i);
            String value = values[i];
            if (value != null
                    && (column.startsWith(TableLayout.ATTRIBUTE_PREFIX) || column.startsWith(Account.AUDIT_PREFIX))) {
                attributes.put(column, value);
            }
        }
        return attributes;
    }
}
