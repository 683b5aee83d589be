package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.SourceFolder.Entry;
import io.arrears.pipeline.ingest.mapping.Lookups;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads the sources that others look values up in. Records that cannot be read, or have no key, are not found. */
record LookupLoader(SparkSession spark, Lookups lookups) {
    /** Loads a file; answers what is wrong when it is too big. */
    Optional<String> load(Entry entry, String source, CsvDialect dialect, int key) {
        boolean fits = SourceFile.isParquet(entry.name())
                ? loadParquet(entry, source, key)
                : loadCsv(entry, source, dialect, key);
        return fits
                ? Optional.empty()
                : Optional.of("%s has more than %d keys: too many to look up; join it before it is delivered"
                        .formatted(entry.name(), Lookups.MAX_ROWS));
    }

    private boolean loadParquet(Entry entry, String source, int key) {
        Iterator<Row> rows = ParquetCells.read(spark, entry.uri()).toLocalIterator();
        boolean fits = true;
        while (fits && rows.hasNext()) {
            SourceRow row = ParquetCells.sourceRow(0, rows.next(), 0);
            fits = row.problem() != null || add(source, row.fields(), key);
        }
        return fits;
    }

    private boolean loadCsv(Entry entry, String source, CsvDialect dialect, int key) {
        try (InputStream in =
                CsvCandidates.open(entry.uri(), spark.sparkContext().hadoopConfiguration())) {
            CsvRecords records = new CsvRecords(in, dialect);
            SourceRow header = records.next();
            int width = header == null ? 0 : header.fields().length;
            boolean fits = true;
            for (SourceRow row = records.next(); fits && row != null; row = records.next()) {
                if (row.problem() == null && row.fields().length == width) {
                    fits = add(source, blankToNull(row.fields(), dialect), key);
                }
            }
            return fits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean add(String source, @Nullable String[] row, int key) {
        String value = row[key];
        return value == null || lookups.add(source, value, row);
    }

    private static @Nullable String[] blankToNull(@Nullable String[] fields, CsvDialect dialect) {
        List<@Nullable String> values = Arrays.asList(fields);
        values.replaceAll(
                value -> value == null || value.isBlank() || dialect.missing().contains(value) ? null : value);
        return fields;
    }
}
