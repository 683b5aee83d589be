package io.arrears.pipeline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Published;
import io.arrears.pipeline.verb.Main;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A home folder with a small sample portfolio that travelled the whole road, and its exports. */
record SampleRun(Path home) {
    private static final String AS_OF = "2026-07-01";

    static SampleRun make(Path home) {
        SampleRun run = new SampleRun(home);
        String sample = home.resolve("sample").toString();
        run.verb("sample", "--accounts", "800", "--months", "14", "--seed", "7", "--until", AS_OF, "--out", sample);
        run.verb("run", "--home", home.toString(), "--source", sample, "--as-of", AS_OF);
        run.export("scores", "csv");
        run.export("plan", "csv");
        run.export("features", "parquet");
        return run;
    }

    /** Open accounts, counted in the mart. */
    long openAccounts() throws SQLException {
        Path pointer = home.resolve("mart").resolve("CURRENT");
        Path mart = pointer.resolveSibling(new Published(pointer).find().orElseThrow())
                .resolve("mart.duckdb");
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + mart, readOnly);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM account WHERE is_open")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void export(String table, String format) {
        Path out = home.resolve("exports").resolve(table + "." + format);
        verb("export", table, "--home", home.toString(), "--as-of", AS_OF, "--format", format, "--out", out.toString());
    }

    private void verb(String... arguments) {
        assertThat(Main.execute(arguments))
                .as("exit code of ./arrears %s", List.of(arguments))
                .isZero();
    }
}
