package io.arrears.pipeline.export;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.sql.DuckDb;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** Writes a table of the contract to a file: beside it first, then renamed, so that nobody reads half of it. */
public final class Exporter {
    private static final int ARROW_BATCH = 8192;

    private Exporter() {}

    /**
     * Writes the file and answers its number of rows.
     *
     * @throws IllegalStateException when the table was not computed for that day
     */
    public static long write(ExportTable table, Home home, int asOfDay, ExportFormat format, Path out)
            throws SQLException, IOException {
        String select = table.select(home, asOfDay);
        Path target = out.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (DuckDb db = DuckDb.inMemory()) {
            switch (format) {
                case CSV -> copy(db, select, unfinished, "FORMAT csv, HEADER");
                case PARQUET -> copy(db, select, unfinished, "FORMAT parquet");
                case ARROW -> arrow(db, select, unfinished);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return count(db, select);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void copy(DuckDb db, String select, Path out, String options) throws SQLException {
        db.execute("COPY (%s) TO %s (%s)".formatted(select, DuckDb.quote(out.toString()), options));
    }

    private static void arrow(DuckDb db, String select, Path out) throws SQLException, IOException {
        try (Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(select);
                BufferAllocator allocator = new RootAllocator();
                ArrowReader reader =
                        (ArrowReader) rows.unwrap(DuckDBResultSet.class).arrowExportStream(allocator, ARROW_BATCH);
                FileOutputStream file = new FileOutputStream(out.toFile());
                ArrowFileWriter writer = new ArrowFileWriter(reader.getVectorSchemaRoot(), reader, file.getChannel())) {
            writer.start();
            while (reader.loadNextBatch()) {
                writer.writeBatch();
            }
            writer.end();
        }
    }

    private static long count(DuckDb db, String select) throws SQLException {
        try (Statement statement = db.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM (" + select + ")")) {
            row.next();
            return row.getLong(1);
        }
    }
}
