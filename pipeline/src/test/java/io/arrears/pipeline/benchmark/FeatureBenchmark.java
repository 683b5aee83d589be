package io.arrears.pipeline.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the contenders one after the other, each in a fresh process, round after round. */
@Command(
        name = "features",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compares the feature fold with SQL engines on the same Parquet files.")
final class FeatureBenchmark implements Callable<Integer> {
    @Option(names = "--accounts", defaultValue = "400000", description = "accounts of the book (${DEFAULT-VALUE})")
    private long accounts;

    @Option(
            names = "--payments",
            defaultValue = "50",
            description = "rows of payments per account, at most 300 (${DEFAULT-VALUE})")
    private int payments;

    @Option(names = "--rounds", defaultValue = "3", description = "rounds (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--folder", defaultValue = "target/benchmark", description = "scratch (${DEFAULT-VALUE})")
    private Path folder = Path.of("target", "benchmark");

    @Option(
            names = "--contenders",
            split = ",",
            description = "some of ${COMPLETION-CANDIDATES}; all of them when left out")
    private List<Contender> contenders = List.of(Contender.values());

    public static void main(String[] args) {
        System.exit(new CommandLine(new FeatureBenchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path home = folder.resolve(accounts + "x" + payments);
        if (!Files.exists(home.resolve("history").resolve("CURRENT"))) {
            System.err.printf("writing a lake of %,d accounts with %d rows of payments each%n", accounts, payments);
            fork(BenchmarkLake.class, home.toString(), Long.toString(accounts), Integer.toString(payments));
        }
        Map<Contender, List<Figures>> figures = new EnumMap<>(Contender.class);
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                Path out = home.resolve("answers").resolve(contender.name());
                delete(out);
                delete(Path.of(out + ".parquet"));
                Files.createDirectories(home.resolve("answers"));
                Figures one = fork(ContenderRun.class, contender.name(), home.toString(), out.toString());
                figures.computeIfAbsent(contender, any -> new ArrayList<>()).add(one);
                System.err.printf("round %d %-20s %s%n", round, contender, one);
            }
        }
        checkAnswers(home.resolve("answers"));
        System.out.print(Report.of(accounts * payments, accounts, figures));
        return 0;
    }

    private void checkAnswers(Path answers) throws Exception {
        if (contenders.contains(Contender.OURS) && contenders.contains(Contender.DUCKDB_SQL)) {
            Path ours = answers.resolve(Contender.OURS.name());
            long compared = AnswerCheck.compare(ours, answers.resolve(Contender.DUCKDB_SQL.name() + ".parquet"));
            System.out.printf("Answers equal DuckDB's for all %,d accounts.%n", compared);
            if (contenders.contains(Contender.SPARK_SQL)) {
                AnswerCheck.compare(ours, answers.resolve(Contender.SPARK_SQL.name()));
                System.out.println("And Spark SQL's.");
            }
        }
    }

    /** Runs a main class with this JVM's class path and options; answers the figures it prints, if any. */
    private static Figures fork(Class<?> main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("benchmark.jvm", "-Xmx4g").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Figures figures = new Figures(Double.NaN, Double.NaN, Double.NaN);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                figures = Figures.isOne(line) ? Figures.parse(line) : figures;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getSimpleName() + " " + String.join(" ", args) + " failed: see above");
        }
        return figures;
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
