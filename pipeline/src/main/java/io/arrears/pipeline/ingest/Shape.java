package io.arrears.pipeline.ingest;

import io.arrears.model.account.Coded;
import io.arrears.model.account.FactTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the cells of one feed mean: their table, where they come from, and which position holds which column. */
final class Shape implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ABSENT = -1;

    private final FactTable table;
    private final String file;
    private final ArrayList<String> columns;
    private final int[] positions = new int[SourceColumn.values().length];

    Shape(FactTable table, String file, List<String> columns) {
        this.table = table;
        this.file = file;
        this.columns = new ArrayList<>(columns);
        Arrays.fill(positions, ABSENT);
        for (int i = 0; i < columns.size(); i++) {
            int position = i;
            Coded.find(SourceColumn.class, columns.get(i)).ifPresent(column -> positions[column.ordinal()] = position);
        }
    }

    FactTable table() {
        return table;
    }

    /** The source file's name. */
    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    /** The position of a column's cell, or -1. */
    int position(SourceColumn column) {
        return positions[column.ordinal()];
    }
}
