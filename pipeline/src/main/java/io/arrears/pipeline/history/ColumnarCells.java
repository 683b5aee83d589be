package io.arrears.pipeline.history;

import io.arrears.model.mart.FactCells;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.TextMeaning;
import java.util.Collection;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** The cells of one row of a batch of columns; moves from row to row. Columns that were not read are null. */
final class ColumnarCells implements FactCells {
    private static final int WIDTH = FactColumn.values().length;

    private final @Nullable ColumnVector[] vectors = new @Nullable ColumnVector[WIDTH];
    private final @Nullable TextColumn[] texts = new @Nullable TextColumn[WIDTH];
    private int row;

    /** @param columns those of the batch, in its order; its vectors are filled anew with every batch */
    ColumnarCells(ColumnarBatch batch, Collection<FactColumn> columns) {
        int i = 0;
        for (FactColumn column : columns) {
            ColumnVector vector = batch.column(i++);
            vectors[column.ordinal()] = vector;
            if (column.type() == FactColumn.Type.TEXT) {
                texts[column.ordinal()] = new TextColumn(vector);
            }
        }
    }

    /** The vectors hold the next batch; stands on its first row. */
    void start() {
        row = 0;
        for (TextColumn text : texts) {
            if (text != null) {
                text.start();
            }
        }
    }

    void moveTo(int toRow) {
        row = toRow;
    }

    int row() {
        return row;
    }

    @Override
    public boolean isNull(FactColumn column) {
        ColumnVector vector = vectors[column.ordinal()];
        return vector == null || vector.isNullAt(row);
    }

    private ColumnVector vector(FactColumn column) {
        ColumnVector vector = vectors[column.ordinal()];
        if (vector == null) {
            throw new IllegalStateException("column %s was not read".formatted(column.code()));
        }
        return vector;
    }

    @Override
    public int intAt(FactColumn column) {
        return vector(column).getInt(row);
    }

    @Override
    public long longAt(FactColumn column) {
        return vector(column).getLong(row);
    }

    @Override
    public double doubleAt(FactColumn column) {
        return vector(column).getDouble(row);
    }

    private TextColumn texts(FactColumn column) {
        TextColumn text = texts[column.ordinal()];
        if (text == null) {
            throw new IllegalStateException("column %s was not read as text".formatted(column.code()));
        }
        return text;
    }

    @Override
    public String textAt(FactColumn column) {
        return texts(column).text(row);
    }

    @Override
    public <T> T meaningAt(FactColumn column, TextMeaning<T> meaning) {
        return texts(column).meaning(row, meaning);
    }
}
