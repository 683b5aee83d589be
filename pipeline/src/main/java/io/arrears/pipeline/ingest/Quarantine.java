package io.arrears.pipeline.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The quarantine file of a drop: a CSV with one line per rejected row. It may hold personal data. */
final class Quarantine {
    static final String FILE = "quarantine.csv";
    /** What stands for a NUL, so that the file is one that {@link CsvRecords} reads. */
    private static final char NUL_SYMBOL = '\u2400';

    private Quarantine() {}

    /** Writes {@code rows} in the given order. */
    static void write(Path folder, List<Rejected> rows) {
        try (CsvWriter csv = CsvWriter.builder().build(folder.resolve(FILE))) {
            csv.writeRecord("table", "file", "line", "column", "value", "reason", "message");
            for (Rejected row : rows) {
                Origin origin = Origin.unpack(row.origin());
                csv.writeRecord(
                        origin.table().code(),
                        row.file(),
                        Long.toString(origin.line()),
                        row.column() == null ? "" : row.column(),
                        row.value() == null ? "" : row.value().replace('\0', NUL_SYMBOL),
                        row.reason(),
                        row.message());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
