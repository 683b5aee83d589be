package io.arrears.pipeline.benchmark.replay;

import com.sun.management.OperatingSystemMXBean;
import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.DecisionRecord;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.book.AssessorParts;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.replay.ReplayJob;
import io.arrears.pipeline.replay.ReplaySummary;
import io.arrears.pipeline.spark.SparkSessions;
import io.arrears.pipeline.verb.Main;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records decisions about a sample portfolio, replays them all, and says how many a minute and where the time goes. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "How fast recorded decisions replay.")
final class ReplayBenchmark implements Callable<Integer> {
    private static final int BATCH = 2_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    @Option(names = "--decisions", defaultValue = "200000", description = "records, at least (${DEFAULT-VALUE})")
    private int decisions;

    @Option(names = "--accounts", defaultValue = "20000", description = "accounts of the portfolio (${DEFAULT-VALUE})")
    private int accounts;

    @Option(names = "--rounds", defaultValue = "3", description = "replays of the whole record (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--home",
            defaultValue = "target/replay/home",
            description = "a home with a history and a model, made when absent, kept between runs (${DEFAULT-VALUE})")
    private Path root = Path.of("target", "replay", "home");

    public static void main(String[] args) {
        System.exit(new CommandLine(new ReplayBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Home home = new Home(root.toAbsolutePath());
        prepare(home);
        if (!Files.exists(home.decisions())) {
            record(home);
        }
        System.out.printf("%,d MiB of records%n", Files.size(home.decisions().resolve("decisions.log")) >> 20);
        boolean whole = true;
        for (int round = 1; round <= rounds; round++) {
            for (Step step : Step.list(home)) {
                long records = measured(round, step);
                whole &= records >= decisions;
            }
            whole &= replayed(round, home);
        }
        return whole ? 0 : 1;
    }

    private void prepare(Home home) {
        if (!Files.exists(home.history())) {
            String drop = home.root().resolveSibling("drop").toString();
            verb("sample", "--accounts", "" + accounts, "--months", "18", "--seed", "1", "--out", drop);
            verb("ingest", "--home", "" + home.root(), "--source", drop);
        }
        if (new ModelRegistry(home.models()).list().isEmpty()) {
            verb("train", "--home", "" + home.root());
        }
    }

    private static void verb(String... arguments) {
        if (Main.execute(arguments) != 0) {
            throw new IllegalStateException("%s failed: see above".formatted(String.join(" ", arguments)));
        }
    }

    /** As the service does it, decision by decision, but forced to disk thousands at a time. */
    private void record(Home home) throws IOException {
        Strategy strategy = Strategy.standard();
        String model = new ModelRegistry(home.models()).list().get(0).id();
        AssessorParts parts = AssessorParts.of(home, model, strategy);
        HistoryLake lake = HistoryLake.open(home);
        Path artefacts = Files.createDirectories(home.decisions().resolve("artefacts"));
        Files.writeString(artefacts.resolve(strategy.digest()), strategy.text());
        Files.writeString(
                artefacts.resolve(parts.response().digest()), parts.response().toJson());
        try (SparkSession spark = SparkSessions.open(SparkSessions.LOCAL, "replay-benchmark");
                DecisionLog log = DecisionLog.open(home.decisions())) {
            int written = 0;
            for (int day = lake.watermark().orElseThrow() + 1; written < decisions; day--) {
                Iterator<Row> rows = lake.mapAccounts(spark, RecordingFold.SCHEMA, new RecordingFold(parts, day, 1))
                        .toLocalIterator();
                written += append(rows, log);
                System.err.printf("%,d decisions recorded%n", written);
            }
        }
    }

    private static int append(Iterator<Row> rows, DecisionLog log) {
        int written = 0;
        List<DecisionRecord> batch = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            batch.add(new DecisionRecord(row.getString(0), row.getString(1)));
            written++;
            if (batch.size() == BATCH || !rows.hasNext()) {
                log.append(batch);
                batch.clear();
            }
        }
        return written;
    }

    private static long measured(int round, Step step) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        long records = step.work().run();
        wall = System.nanoTime() - wall;
        cpu = system.getProcessCpuTime() - cpu;
        System.out.printf(
                "round %d  %-34s %,10d records  %6.1f µs CPU each  %,11.0f a minute%n",
                round, step.name(), records, cpu / 1e3 / records, records * NANOS_PER_MINUTE / wall);
        return records;
    }

    private boolean replayed(int round, Home home) throws IOException {
        ReplaySummary[] found = new ReplaySummary[1];
        measured(round, new Step("replay --all", () -> {
            found[0] = ReplayJob.run(home, null);
            return found[0].replayed();
        }));
        System.out.printf("         %,d of %,d byte for byte the same%n", found[0].same(), found[0].replayed());
        return found[0].isWhole();
    }
}
