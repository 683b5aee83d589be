package io.arrears.pipeline.history;

/**
 * What became of the rows of one table of a drop: {@code read = accepted + repeated + rejected}.
 *
 * @param repeatedRows rows that say nothing new: already in the lake, or twice in the drop
 */
public record TableCount(String table, long readRows, long acceptedRows, long repeatedRows, long rejectedRows) {
    public TableCount {
        if (readRows != acceptedRows + repeatedRows + rejectedRows) {
            throw new IllegalArgumentException("%s: %d rows read, but %d accepted + %d repeated + %d rejected"
                    .formatted(table, readRows, acceptedRows, repeatedRows, rejectedRows));
        }
    }
}
