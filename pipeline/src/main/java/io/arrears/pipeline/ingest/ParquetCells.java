package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.mapping.Lookups;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a Parquet file. Typed columns become the text a CSV file would hold, so that one path checks them:
 * dates and timestamps in ISO-8601, decimals plainly, a double as its shortest decimal (0.1 + 0.2 then has too many
 * places for money, as it should), booleans as 0 or 1. The line of a row is its number, from 1.
 */
final class ParquetCells {
    private static final String ROW_INDEX = "_metadata.row_index";

    private ParquetCells() {}

    static List<String> header(SparkSession spark, String uri) {
        return List.of(spark.read().parquet(uri).columns());
    }

    static Dataset<Row> candidates(SparkSession spark, SourceFile file, Broadcast<Lookups> lookups) {
        Dataset<Row> rows = spark.read().parquet(file.uri());
        return (file.needsOneTask() ? rows.coalesce(1) : rows)
                .select(functions.col(ROW_INDEX).as("row_index"), functions.col("*"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) part -> new Candidates(part, file, lookups.value()),
                        Encoders.row(Candidate.SCHEMA));
    }

    /** The columns of a row from {@code first} on, as text. */
    static @Nullable String[] texts(Row row, int first) {
        @Nullable String[] fields = new String[row.length() - first];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = text(row.get(i + first));
        }
        return fields;
    }

    static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        } else if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        } else if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        } else if (value instanceof Double number) {
            return decimal(number);
        } else if (value instanceof Float number) {
            return decimal(Double.parseDouble(number.toString()));
        } else if (value instanceof Boolean bool) {
            return bool ? "1" : "0";
        } else if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value.toString();
    }

    private static String decimal(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    private static final class Candidates implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final Deque<Row> ready = new ArrayDeque<>();
        private final FileFeeder feeder;
        private boolean ended;

        Candidates(Iterator<Row> rows, SourceFile file, Lookups lookups) {
            this.rows = rows;
            this.feeder = new FileFeeder(file, lookups, candidate -> ready.add(candidate.toRow()));
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                if (rows.hasNext()) {
                    feeder.add(sourceRow(rows.next()));
                } else {
                    feeder.end();
                    ended = true;
                }
            }
            return !ready.isEmpty();
        }

        private static SourceRow sourceRow(Row row) {
            return SourceRow.of(row.getLong(0) + 1, texts(row, 1));
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
