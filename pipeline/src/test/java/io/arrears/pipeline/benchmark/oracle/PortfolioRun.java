package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.Days;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.training.response.LearnerKind;
import io.arrears.pipeline.book.AssessorParts;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.spark.SparkSessions;
import io.arrears.pipeline.training.ResponseRowsJob;
import io.arrears.pipeline.verb.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * One portfolio in this process, by the verbs a user has: sample, ingest, train; then the decisions of its last day and
 * its log as tables. Each step is left out when its result is there, so a run that was cut goes on where it was.
 */
final class PortfolioRun {
    private static final int AS_OF_DAY = Days.of(java.time.LocalDate.of(2026, 7, 1));

    private final PortfolioFolder folder;

    private PortfolioRun(PortfolioFolder folder) {
        this.folder = folder;
    }

    /** Arguments: folder, accounts, months, seed, whether to train and value anew, whether to learn by every kind. */
    public static void main(String[] args) throws Exception {
        PortfolioRun run = new PortfolioRun(new PortfolioFolder(Path.of(args[0])));
        if (Boolean.parseBoolean(args[4])) {
            delete(run.folder.home().models());
            delete(run.folder.decisions());
            delete(run.folder.contexts());
            delete(run.folder.response(LearnerKind.NOTHING).getParent());
        }
        run.sample(args[1], args[2], args[3]);
        run.ingest();
        run.train();
        run.tables();
        if (Boolean.parseBoolean(args[5])) {
            run.learners();
        }
    }

    private void sample(String accounts, String months, String seed) {
        if (!Files.exists(folder.drop())) {
            verb("sample", "--accounts", accounts, "--months", months, "--seed", seed, "--out", "" + folder.drop());
        }
    }

    private void ingest() {
        if (!Files.exists(folder.home().history())) {
            verb("ingest", "--home", "" + folder.home().root(), "--source", "" + folder.drop());
        }
    }

    private void train() {
        if (new ModelRegistry(folder.home().models()).list().isEmpty()) {
            verb("train", "--home", "" + folder.home().root(), "--as-of", "2026-07-01", "--target", "pay30,cash30");
        }
    }

    private void tables() throws IOException {
        Home home = folder.home();
        ModelManifest model = new ModelRegistry(home.models()).list().get(0);
        Strategy strategy = OracleStrategy.get();
        if (Files.exists(folder.decisions()) && Files.exists(folder.log())) {
            return;
        }
        AssessorParts parts = AssessorParts.of(home, model.id(), strategy);
        HistoryLake lake = HistoryLake.open(home);
        try (SparkSession spark = SparkSessions.open(SparkSessions.LOCAL, "oracle benchmark")) {
            write(lake, spark, new DecisionsFold(parts, AS_OF_DAY), folder.decisions());
            if (!Files.exists(folder.log())) {
                write(lake, spark, new LogFold(parts.attributes(), AS_OF_DAY), folder.log());
            }
        }
    }

    private void learners() throws IOException {
        Home home = folder.home();
        ModelManifest model = new ModelRegistry(home.models()).list().get(0);
        HistoryLake lake = HistoryLake.open(home);
        try (SparkSession spark = SparkSessions.open(SparkSessions.LOCAL, "oracle benchmark")) {
            if (!Files.exists(folder.contexts())) {
                AssessorParts parts = AssessorParts.of(home, model.id(), OracleStrategy.get());
                write(lake, spark, new ContextFold(parts, AS_OF_DAY), folder.contexts());
            }
            Scorer scorer = new ModelRegistry(home.models()).load(model.id());
            Learned.learn(folder, new ResponseRowsJob(spark, lake).run(model.attributes(), scorer, AS_OF_DAY));
        }
    }

    private static void write(HistoryLake lake, SparkSession spark, TableFold fold, Path table) throws IOException {
        Path unfinished = table.resolveSibling(table.getFileName() + ".unfinished");
        lake.mapAccounts(spark, fold.schema(), fold)
                .orderBy("account_id")
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(unfinished.toUri().toString());
        Files.move(unfinished, table, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void verb(String... arguments) {
        int code = Main.execute(arguments);
        if (code != 0) {
            throw new IllegalStateException("./arrears %s answered %d: see above".formatted(arguments[0], code));
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> all = Files.walk(path)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
