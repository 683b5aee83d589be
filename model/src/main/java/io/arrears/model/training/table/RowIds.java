package io.arrears.model.training.table;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What names each row: the id column, or the row number from 1 on. */
final class RowIds {
    private RowIds() {}

    /**
     * Of the rows at the given indexes. Rows may share an id, e.g. the invoices of a customer.
     *
     * @throws WrongTable when an id is missing, or a row repeats another of its id in every column
     */
    static String[] of(PreparedTable table, TableColumns columns, int[] at) {
        String[] ids = new String[at.length];
        String id = columns.id();
        @Nullable String @Nullable [] texts = id == null ? null : table.column("--id", id);
        for (int i = 0; i < at.length; i++) {
            String text = texts == null ? Integer.toString(at[i] + 1) : texts[at[i]];
            if (text == null) {
                throw new WrongTable(
                        "row %,d has no %s: fill it in, or leave out --id to use row numbers".formatted(at[i] + 1, id));
            }
            ids[i] = text;
        }
        if (id != null) {
            requireNoRepeats(table, at, id);
        }
        return ids;
    }

    private static void requireNoRepeats(PreparedTable table, int[] at, String id) {
        Map<String, Integer> seen = new HashMap<>();
        for (int row : at) {
            Integer first = seen.putIfAbsent(whole(table, row), row);
            if (first != null) {
                throw new WrongTable(
                        "row %,d repeats row %,d (%s '%s') in every column: remove one, or name another --id"
                                .formatted(row + 1, first + 1, id, table.column(id)[row]));
            }
        }
    }

    private static String whole(PreparedTable table, int row) {
        return table.names().stream()
                .map(name -> String.valueOf(table.column(name)[row]))
                .collect(Collectors.joining("\u001F"));
    }
}
