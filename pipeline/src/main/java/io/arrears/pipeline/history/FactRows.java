package io.arrears.pipeline.history;

import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * From {@link FactRow} to Spark rows, by position. (Bean and record encoders silently give empty
 * schemas, see the stack notes.)
 */
public final class FactRows {
    private static final FactColumn[] COLUMNS = FactColumn.values();

    /** The columns of a fact, in the order of {@link FactColumn}. */
    public static final StructType SCHEMA =
            new StructType(Arrays.stream(COLUMNS).map(FactRows::field).toArray(StructField[]::new));

    /** How a file sorts the facts of one account. */
    public static final Comparator<Fact> ORDER = Comparator.comparingInt(Fact::eventDay)
            .thenComparing(Fact::table)
            .thenComparing(Fact::key)
            .thenComparingLong(Fact::knownMicros);

    private FactRows() {}

    private static StructField field(FactColumn column) {
        return DataTypes.createStructField(column.code(), type(column.type()), true);
    }

    private static DataType type(FactColumn.Type type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
        };
    }

    public static Row toRow(FactRow fact) {
        @Nullable Object[] values = new Object[COLUMNS.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = fact.get(COLUMNS[i]);
        }
        return RowFactory.create(values);
    }

    /** Reads a row whose first columns are {@link #SCHEMA}'s. */
    public static FactRow fromRow(Row row) {
        FactRow fact = new FactRow();
        for (int i = 0; i < COLUMNS.length; i++) {
            fact.set(COLUMNS[i], row.get(i));
        }
        return fact;
    }
}
