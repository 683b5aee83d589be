package io.arrears.serving.mart;

import io.arrears.model.mart.MartSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One published run, open read-only with a few duplicated connections. {@link #retire} closes it once the last reader
 * is done. Thread-safe.
 */
final class MartRun {
    private static final Logger LOG = LoggerFactory.getLogger(MartRun.class);
    private static final int CONNECTIONS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final long PATIENCE_SECONDS = 10;

    private final RunInfo info;
    private final List<Connection> all;
    private final BlockingQueue<Connection> idle;
    private int readers;
    private boolean retired;

    private MartRun(RunInfo info, List<Connection> all) {
        this.info = info;
        this.all = all;
        this.idle = new ArrayBlockingQueue<>(CONNECTIONS, true, all);
    }

    /**
     * Opens a run.
     *
     * @throws MartException when its file is missing, damaged or of another version
     */
    static MartRun open(Path directory) {
        Path file = directory.resolve("mart.duckdb");
        if (!Files.isRegularFile(file)) {
            throw new MartException(
                    "%s is missing though mart/CURRENT names it: run './arrears publish'".formatted(file));
        }
        List<Connection> connections = new ArrayList<>();
        try {
            DuckDBConnection first = connect(file);
            connections.add(first);
            RunInfo info = readInfo(first, directory);
            while (connections.size() < CONNECTIONS) {
                connections.add(first.duplicate());
            }
            return new MartRun(info, connections);
        } catch (SQLException | RuntimeException e) {
            close(connections);
            throw e instanceof MartException known
                    ? known
                    : new MartException("%s can't be read: run './arrears publish'".formatted(file), e);
        }
    }

    private static DuckDBConnection connect(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("enable_external_access", "false");
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    }

    private static RunInfo readInfo(Connection connection, Path directory) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet run = statement.executeQuery("SELECT * FROM run")) {
            if (!run.next()) {
                throw new MartException("%s has no run row: run './arrears publish'".formatted(directory));
            }
            int version = run.getInt("mart_version");
            if (version != MartSchema.VERSION) {
                throw new MartException("%s is a mart of version %d, this service reads %d: publish it anew"
                        .formatted(directory, version, MartSchema.VERSION));
            }
            return new RunInfo(
                    run.getString("run_id"),
                    run.getObject("as_of", LocalDate.class),
                    run.getObject("published_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    run.getString("model_id"),
                    run.getString("strategy"),
                    run.getString("strategy_digest"),
                    run.getString("strategy_currency"),
                    directory);
        }
    }

    RunInfo info() {
        return info;
    }

    /** Counts a reader in; false when the run is retired and a newer one must be asked. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        readers++;
        return true;
    }

    /** Lends a connection for {@code work}; the caller has entered. */
    <T> T lend(Function<MartReader, T> work) {
        Connection connection = take();
        try {
            return work.apply(new MartReader(connection, info));
        } finally {
            idle.add(connection);
        }
    }

    private Connection take() {
        try {
            Connection connection = idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (connection == null) {
                throw new MartException("the mart is busy: all %d connections were in use for %d seconds; try again"
                        .formatted(CONNECTIONS, PATIENCE_SECONDS));
            }
            return connection;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MartException("interrupted while waiting for the mart", e);
        }
    }

    synchronized void leave() {
        readers--;
        closeWhenDone();
    }

    /** No reader enters any more; the last one to leave closes the file. */
    synchronized void retire() {
        retired = true;
        closeWhenDone();
    }

    private void closeWhenDone() {
        if (retired && readers == 0) {
            close(all);
        }
    }

    private static void close(List<Connection> connections) {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("a read-only connection has nothing to lose", e);
            }
        }
    }
}
