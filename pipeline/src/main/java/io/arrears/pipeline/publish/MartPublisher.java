package io.arrears.pipeline.publish;

import io.arrears.model.account.Days;
import io.arrears.model.decision.PlanExceptions;
import io.arrears.model.mart.Disk;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.MartSchema;
import io.arrears.model.mart.Published;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.book.BookState;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.book.ScoreJob;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.monitoring.MonitoringFile;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Publishes a mart: facts, book, scores, plan, models and ledger of one as-of day in one DuckDB file that never changes
 * afterwards. Readers see the last mart until the {@code CURRENT} pointer names the new one; a killed publish leaves
 * the old one, and its leftovers go at the next.
 */
public final class MartPublisher {
    private static final String FILE = "mart.duckdb";
    private static final String STRATEGY = "strategy.yaml";
    private static final String STAGING = ".staging-";
    private static final int KEPT = 3;

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    public MartPublisher(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
    }

    /** Publishes what was scored and planned as of a day; answers the run's id. */
    public String publish(int asOfDay) throws IOException, SQLException {
        RunRow run = RunRow.of(home, lake, asOfDay);
        Path staging = home.mart().resolve(STAGING + run.runId());
        Files.createDirectories(staging);
        Path book = staging.resolve("book");
        lake.mapAccounts(spark, BookState.SCHEMA, new BookState(asOfDay))
                .write()
                .parquet(book.toUri().toString());
        try (DuckDb db = DuckDb.at(staging.resolve(FILE))) {
            db.execute(MartSchema.ddl());
            loadFacts(db, asOfDay);
            loadBook(db, book);
            loadDecisions(db, asOfDay);
            new ModelTables(db, new ModelRegistry(home.models())).load();
            MonitoringTable.load(db, MonitoringFile.list(home));
            new LedgerTables(db, lake.ledger()).load();
            run.insert(db);
            db.execute("CHECKPOINT");
        }
        delete(book);
        keepStrategy(staging, asOfDay);
        Disk.force(staging);
        Files.move(staging, home.mart().resolve(run.runId()), StandardCopyOption.ATOMIC_MOVE);
        Disk.forceNameOf(staging);
        new Published(home.mart().resolve("CURRENT")).replace(run.runId());
        removeOld(run.runId());
        return run.runId();
    }

    private void loadFacts(DuckDb db, int asOfDay) throws SQLException {
        db.setFiles("fact_files", lake.factFiles());
        db.setVariable("as_of_us", Days.startMicros(asOfDay));
        db.setVariable("as_of_day", asOfDay);
        db.executeResource(MartPublisher.class, "facts.sql");
    }

    private static void loadBook(DuckDb db, Path book) throws SQLException {
        db.setFiles("book_files", DuckDb.parquetFiles(book));
        db.executeResource(MartPublisher.class, "book.sql");
    }

    private void loadDecisions(DuckDb db, int asOfDay) throws SQLException {
        Path scores = ScoreJob.folder(home, asOfDay).get("run ./arrears score with this --as-of first");
        db.setFiles("score_files", DuckDb.parquetFiles(scores));
        db.executeResource(MartPublisher.class, "scores.sql");
        Path plan = PlanJob.folder(home, asOfDay).get("run ./arrears plan with this --as-of first");
        db.setFiles("value_files", DuckDb.parquetFiles(plan.resolve(PlanJob.VALUES)));
        db.setFiles("plan_files", DuckDb.parquetFiles(plan.resolve(PlanJob.PLAN)));
        db.setFiles("price_files", DuckDb.parquetFiles(plan.resolve(PlanJob.PRICES)));
        db.executeResource(MartPublisher.class, "plan.sql");
    }

    private void keepStrategy(Path staging, int asOfDay) throws IOException {
        Path plan = PlanJob.folder(home, asOfDay).get("run ./arrears plan with this --as-of first");
        Files.copy(plan.resolve(PlanJob.STRATEGY), staging.resolve(STRATEGY), StandardCopyOption.REPLACE_EXISTING);
        PlanExceptions.read(plan).write(staging);
    }

    /** Removes leftovers of killed publishes and all but the newest marts. */
    private void removeOld(String current) throws IOException {
        try (Stream<Path> children = Files.list(home.mart())) {
            List<Path> others = children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().equals(current))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            long kept = 1;
            for (Path child : others) {
                boolean leftover = child.getFileName().toString().startsWith(STAGING);
                if (leftover || kept >= KEPT) {
                    delete(child);
                } else {
                    kept++;
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
