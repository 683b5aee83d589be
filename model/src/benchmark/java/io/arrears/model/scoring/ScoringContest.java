package io.arrears.model.scoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Trains, checks that all contenders give the same answers, measures each in a JVM of its own, round after round so that
 * slow minutes hit all alike, and prints the table of docs/scoring.md. Arguments: rounds, pattern of contenders.
 */
public final class ScoringContest {
    private static final List<String> CONTENDERS = List.of(
            "arrearsBatch",
            "xgboostInPlaceBatch",
            "xgboostBatch",
            "onnxBatch",
            "tribuoBatch",
            "plainWalk",
            "arrearsOneRow",
            "onnxOneRow",
            "xgboostOneRow",
            "tribuoOneRow",
            "xgboostInPlaceOneRow",
            "arrearsPairBatch",
            "tribuoPairBatch",
            "arrearsPairOneRow",
            "tribuoPairOneRow",
            "arrearsReasons",
            "xgboostReasons");

    private ScoringContest() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        String pattern = args.length > 1 ? args[1] : ".*";
        Path folder = Files.createTempDirectory("scoring-contest");
        Contest.prepare(folder);
        System.out.print(Agreement.check(Contest.load(folder)));
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String name : CONTENDERS) {
                if (name.matches(pattern)) {
                    cpu.computeIfAbsent(name, n -> new ArrayList<>()).add(measure(name, folder));
                }
            }
        }
        print(cpu);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static double measure(String name, Path folder) throws Exception {
        Options options = new OptionsBuilder()
                .include("ScoringBenchmark\\." + name + "$")
                .addProfiler(CpuPerRow.class)
                .jvmArgsAppend("-Xmx2g", "-D" + ScoringBenchmark.FOLDER + "=" + folder)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(6)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        double nanos = result.getSecondaryResults().get(CpuPerRow.LABEL).getScore();
        System.out.printf(Locale.ROOT, "%-22s %9.2f µs%n", name, nanos / 1000);
        return nanos / 1000;
    }

    private static void print(Map<String, List<Double>> cpu) {
        System.out.printf("%n| contender | CPU µs per row, median | least to most | × the arrears line above |%n|---|---|---|---|%n");
        double ours = 0;
        for (Map.Entry<String, List<Double>> entry : cpu.entrySet()) {
            List<Double> sorted = entry.getValue().stream().sorted().toList();
            double median = sorted.get(sorted.size() / 2);
            if (entry.getKey().startsWith("arrears") || ours == 0) {
                ours = median;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f to %.2f | %.1f |%n",
                    entry.getKey(),
                    median,
                    sorted.get(0),
                    sorted.get(sorted.size() - 1),
                    median / ours);
        }
    }
}
