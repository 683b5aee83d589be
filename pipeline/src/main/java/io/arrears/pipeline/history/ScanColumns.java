package io.arrears.pipeline.history;

import io.arrears.model.account.FactTable;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.TableColumns;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns a scan reads, and the settings that tell Spark's Parquet reader so.
 *
 * @param columns in order of {@link FactColumn}
 */
record ScanColumns(Set<FactColumn> columns, Configuration hadoop) {
    /** Those that facts of the tables have. */
    static ScanColumns of(Set<FactTable> tables, Configuration session) {
        Set<FactColumn> columns = TableColumns.of(tables);
        StructType schema = new StructType();
        for (FactColumn column : columns) {
            schema = schema.add(FactRows.SCHEMA.apply(column.code()));
        }
        Configuration hadoop = new Configuration(session);
        hadoop.set(ParquetInputFormat.READ_SUPPORT_CLASS, ParquetReadSupport.class.getName());
        hadoop.set(ParquetReadSupport.SPARK_ROW_REQUESTED_SCHEMA(), schema.json());
        hadoop.set(SQLConf.SESSION_LOCAL_TIMEZONE().key(), "UTC");
        hadoop.setBoolean(SQLConf.CASE_SENSITIVE().key(), true);
        hadoop.setBoolean(SQLConf.NESTED_SCHEMA_PRUNING_ENABLED().key(), false);
        hadoop.setBoolean(SQLConf.PARQUET_BINARY_AS_STRING().key(), false);
        hadoop.setBoolean(SQLConf.PARQUET_INT96_AS_TIMESTAMP().key(), false);
        hadoop.setBoolean(SQLConf.PARQUET_INFER_TIMESTAMP_NTZ_ENABLED().key(), false);
        hadoop.setBoolean(SQLConf.LEGACY_PARQUET_NANOS_AS_LONG().key(), false);
        return new ScanColumns(columns, hadoop);
    }
}
