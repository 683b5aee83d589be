package io.arrears.pipeline.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One DuckDB database of this process. Not thread-safe. */
public final class DuckDb implements AutoCloseable {
    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /** A database in memory. */
    public static DuckDb inMemory() throws SQLException {
        return open("jdbc:duckdb:");
    }

    /** A database file, made when absent. */
    public static DuckDb at(Path file) throws SQLException {
        return open("jdbc:duckdb:" + file);
    }

    private static DuckDb open(String url) throws SQLException {
        DuckDb db = new DuckDb(DriverManager.getConnection(url));
        db.execute("SET TimeZone = 'UTC'");
        db.execute("SET memory_limit = '3GB'");
        return db;
    }

    public Connection connection() {
        return connection;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs the statements of a {@code .sql} file beside {@code owner}. */
    public void executeResource(Class<?> owner, String name) throws SQLException {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar: build it anew");
            }
            execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a list of Parquet files available to SQL as {@code getvariable(name)}. */
    public void setFiles(String name, List<Path> files) throws SQLException {
        String list = files.stream().map(file -> quote(file.toString())).collect(Collectors.joining(", ", "[", "]"));
        execute("SET VARIABLE " + name + " = " + list);
    }

    public void setVariable(String name, long value) throws SQLException {
        execute("SET VARIABLE " + name + " = " + value);
    }

    /** A string as an SQL literal. */
    public static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The Parquet files of a folder that Spark wrote, in order. */
    public static List<Path> parquetFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A SELECT's FROM for the Parquet files of folders: {@code as-of=DATE} in a path is no column. */
    public static String parquet(Path... folders) {
        return Arrays.stream(folders)
                .flatMap(folder -> parquetFiles(folder).stream())
                .map(file -> quote(file.toString()))
                .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
