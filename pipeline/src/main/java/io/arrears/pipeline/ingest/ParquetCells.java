package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.SourceFolder.Entry;
import io.arrears.pipeline.ingest.mapping.Lookups;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DatetimeType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a Parquet file. Typed columns become the text a CSV file would hold, so that one path checks them:
 * dates and timestamps in ISO-8601, decimals plainly, a double as its shortest decimal (0.1 + 0.2 then has too many
 * places for money, as it should), booleans as 0 or 1. The line of a row is its number, from 1.
 */
final class ParquetCells {
    private static final String ROW_INDEX = "_metadata.row_index";

    private ParquetCells() {}

    /**
     * The names of a file's columns.
     *
     * @throws InputRejected when the file is damaged, or has columns that a CSV file could not hold
     */
    static List<String> header(SparkSession spark, Entry entry) {
        StructType schema;
        try {
            checkFooter(spark, entry.uri());
            schema = read(spark, entry.uri()).schema();
        } catch (Exception e) { // Spark throws checked exceptions it doesn't declare
            throw InputRejected.because(
                    List.of("%s is damaged, or no Parquet file Spark can read (%s): deliver it again, or as CSV"
                            .formatted(entry.name(), firstLine(e))));
        }
        for (StructField field : schema.fields()) {
            if (!isPlain(field.dataType())) {
                throw InputRejected.because(List.of(
                        "%s: column '%s' holds %s: a column holds one text, number, date, time or truth value a row"
                                .formatted(
                                        entry.name(),
                                        field.name(),
                                        field.dataType().simpleString())));
            }
        }
        return List.of(schema.fieldNames());
    }

    /** Fails here rather than in a task, which would fill the log. */
    private static void checkFooter(SparkSession spark, String uri) throws IOException {
        Path path = new Path(URI.create(uri));
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(path, spark.sparkContext().hadoopConfiguration()))) {
            reader.getFooter();
        }
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Names are taken as they are, not as patterns; pages that carry a checksum are held against it. */
    static Dataset<Row> read(SparkSession spark, String uri) {
        return spark.read()
                .option("__globPaths__", false)
                .option("parquet.page.verify-checksum.enabled", true)
                .parquet(new Path(URI.create(uri)).toString());
    }

    private static boolean isPlain(DataType type) {
        return type instanceof StringType
                || type instanceof NumericType
                || type instanceof BooleanType
                || type instanceof BinaryType
                || type instanceof DatetimeType;
    }

    static Dataset<Row> candidates(SparkSession spark, SourceFile file, Broadcast<Lookups> lookups) {
        Dataset<Row> rows = read(spark, file.uri());
        return (file.needsOneTask() ? rows.coalesce(1) : rows)
                .select(cells(rows.schema()))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) part -> new Candidates(part, file, lookups.value()),
                        Encoders.row(Candidate.SCHEMA));
    }

    /** The row's number and its cells; text as bytes, as Spark would replace bytes that are none. */
    private static Column[] cells(StructType schema) {
        Column[] cells = new Column[schema.size() + 1];
        cells[0] = functions.col(ROW_INDEX).as("row_index");
        for (int i = 0; i < schema.size(); i++) {
            StructField field = schema.fields()[i];
            Column cell = functions.col("`" + field.name().replace("`", "``") + "`");
            cells[i + 1] = field.dataType() instanceof StringType ? cell.cast(DataTypes.BinaryType) : cell;
        }
        return cells;
    }

    /**
     * A row as the record a CSV file would hold; bad when a cell is nothing a CSV file could hold.
     *
     * @param first index of the first cell
     */
    static SourceRow sourceRow(long line, Row row, int first) {
        @Nullable String[] fields = new String[row.length() - first];
        for (int i = 0; i < fields.length; i++) {
            try {
                fields[i] = checked(text(row.get(i + first)));
            } catch (BadRow e) {
                BadRow.Problem problem = e.problem();
                return SourceRow.bad(
                        line,
                        new BadRow.Problem(
                                problem.reason(),
                                row.schema().fieldNames()[i + first],
                                problem.value(),
                                problem.message()));
            }
        }
        return SourceRow.of(line, fields);
    }

    /** What {@link CsvRecords} checks of a line. */
    private static @Nullable String checked(@Nullable String field) {
        if (field != null && field.length() > CsvRecords.MAX_FIELD_LENGTH) {
            throw BadRow.of(
                    RejectReason.OVERLONG_FIELD,
                    null,
                    field,
                    "the field is longer than %d characters".formatted(CsvRecords.MAX_FIELD_LENGTH));
        }
        if (field != null && field.indexOf('\0') >= 0) {
            throw BadRow.of(RejectReason.NUL_CHARACTER, null, field, "the field holds a NUL character");
        }
        return field;
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
            return decoded(bytes);
        }
        return value.toString();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadRow.of(RejectReason.BAD_ENCODING, null, null, "the text is not valid UTF-8");
        }
    }

    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            throw BadRow.of(
                    RejectReason.BAD_NUMBER,
                    null,
                    Double.toString(number),
                    "the number is not finite: write null when it is unknown");
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static final class Candidates implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final Deque<Row> ready = new ArrayDeque<>();
        private final FileFeeder feeder;
        private final String file;
        private boolean ended;

        Candidates(Iterator<Row> rows, SourceFile file, Lookups lookups) {
            this.rows = rows;
            this.file = file.name();
            this.feeder = new FileFeeder(file, lookups, candidate -> ready.add(candidate.toRow()));
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                if (hasRow()) {
                    Row row = rows.next();
                    feeder.add(sourceRow(row.getLong(0) + 1, row, 1));
                } else {
                    feeder.end();
                    ended = true;
                }
            }
            return !ready.isEmpty();
        }

        /** Pages are unpacked here, so that this is where damage shows. */
        private boolean hasRow() {
            try {
                return rows.hasNext();
            } catch (Exception e) { // checked ones among them, undeclared
                throw new DamagedFile(file, e);
            }
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
