package io.arrears.pipeline.verb;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.Published;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.export.ExportFormat;
import io.arrears.pipeline.export.ExportTable;
import io.arrears.pipeline.export.Exporter;
import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.Sha256;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a home publishes, read as its readers read it: digests of the exports' bytes, of the mart's tables, of the
 * facts, and the registry's list. Names and times of runs are left out, so that equal states are equal.
 */
record HomeState(Map<String, String> digests) {
    private static final String RUN_COLUMNS = "COLUMNS(c -> c NOT IN ('run_id', 'published_at', 'ingested_at'))";

    /** Reads it all; whatever cannot be read is an error. */
    static HomeState of(Path root, String asOf) throws IOException, SQLException {
        Home home = new Home(root);
        Map<String, String> digests = new TreeMap<>();
        HistoryLake lake = HistoryLake.open(home);
        digests.put(
                "drops", lake.ledger().stream().map(DropRecord::dropId).toList().toString());
        digests.put("files per bucket", String.valueOf(lake.mostFilesPerBucket()));
        try (DuckDb db = DuckDb.inMemory()) {
            db.setFiles("facts", lake.factFiles());
            digests.put("facts", digest(db, "SELECT * FROM read_parquet(getvariable('facts'), union_by_name = true)"));
            Path run = home.mart()
                    .resolve(
                            new Published(home.mart().resolve("CURRENT")).find().orElseThrow());
            db.execute("ATTACH %s AS mart (READ_ONLY)"
                    .formatted(DuckDb.quote(run.resolve("mart.duckdb").toString())));
            for (String table : texts(db, "SELECT table_name FROM duckdb_tables() WHERE database_name = 'mart'")) {
                digests.put("mart." + table, digest(db, "SELECT %s FROM mart.%s".formatted(RUN_COLUMNS, table)));
            }
        }
        Path out = root.resolveSibling(root.getFileName() + ".export");
        for (ExportTable table : ExportTable.values()) {
            Exporter.write(table, home, Days.of(LocalDate.parse(asOf)), ExportFormat.CSV, out);
            digests.put("export " + table, Sha256.of(out));
            Files.delete(out);
        }
        ModelRegistry registry = new ModelRegistry(home.models());
        for (ModelManifest model : registry.list()) {
            registry.load(model.id());
            digests.put("model " + model.id(), registry.role(model.id()));
        }
        return new HomeState(digests);
    }

    private static String digest(DuckDb db, String select) throws SQLException {
        Sha256 digest = new Sha256();
        texts(db, "SELECT row::VARCHAR FROM (%s ORDER BY ALL) AS row".formatted(select))
                .forEach(digest::add);
        return digest.hex();
    }

    private static List<String> texts(DuckDb db, String select) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** What differs from another state, by name. */
    List<String> differences(HomeState other) {
        Map<String, String> all = new TreeMap<>(digests);
        all.putAll(other.digests);
        return all.keySet().stream()
                .filter(name -> !String.valueOf(digests.get(name)).equals(other.digests.get(name)))
                .toList();
    }
}
