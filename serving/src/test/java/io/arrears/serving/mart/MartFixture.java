package io.arrears.serving.mart;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.MartSchema;
import io.arrears.model.mart.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.duckdb.DuckDBConnection;

/**
 * A small but real mart: 300 invented accounts with 24 months of history, typed facts, month ends, scores, plan, prices,
 * two models and a drop. Deterministic. The balances follow from the facts by the real ledger; scores and plan are
 * smooth inventions.
 */
public final class MartFixture {
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    public static final String MODEL = FixturePlan.CHAMPION;
    public static final int ACCOUNTS = 300;

    private static final String FILE = "mart.duckdb";
    /** Files built so far in this process: building takes a while, writing doesn't. */
    private static final ConcurrentHashMap<String, byte[]> BUILT = new ConcurrentHashMap<>();

    private MartFixture() {}

    /** Publishes a run of {@link #AS_OF} under {@code home} and puts it in force. */
    public static void publish(Home home, String runId) {
        publish(home, runId, AS_OF);
    }

    /** Publishes a run as of a date under {@code home} and puts it in force. */
    public static void publish(Home home, String runId, LocalDate asOf) {
        Path folder = home.mart().resolve(runId);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(FILE), BUILT.computeIfAbsent(runId + "@" + asOf, key -> build(runId, asOf)));
            Files.writeString(
                    folder.resolve("strategy.yaml"), Strategy.standard().text());
            new Published(home.mart().resolve("CURRENT")).replace(runId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] build(String runId, LocalDate asOf) {
        try {
            Path folder = Files.createTempDirectory("mart-fixture");
            Path file = folder.resolve(FILE);
            try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file)) {
                write(connection, runId, asOf);
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the fixture does not fit the mart's schema", e);
        }
    }

    /** The whole history of one of the fixture's accounts, {@code A-0001} being number 1. */
    public static AccountHistory history(int number) {
        return history(number, AS_OF);
    }

    /** The same in the book of another as-of date. */
    public static AccountHistory history(int number, LocalDate asOf) {
        return FixtureBook.entry(number, asOf).history();
    }

    private static void write(DuckDBConnection connection, String runId, LocalDate asOf) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MartSchema.ddl());
        }
        List<FixtureBook.Entry> book = IntStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(number -> FixtureBook.entry(number, asOf))
                .toList();
        new FixtureAccounts(connection, asOf, book).write();
        new FixturePlan(connection, asOf).write(book);
        new FixtureModels(connection, asOf).write();
        try (TableWriter run = new TableWriter(connection, "run")) {
            run.row(
                    runId,
                    asOf,
                    asOf.atTime(4, 30),
                    MartSchema.VERSION,
                    MODEL,
                    Strategy.standard().name(),
                    Strategy.standard().digest(),
                    "EUR",
                    "f".repeat(64),
                    "fixture",
                    1_000_000.0,
                    1_010_000.0,
                    0.0099);
        }
    }
}
