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
            "arrearsReasonsBatch",
            "xgboostReasons");

    private ScoringContest() {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        String pattern = args.length > 1 ? args[1] : ".*";
        Path folder = Files.createTempDirectory("scoring-contest");
        Contest.prepare(folder);
        System.out.print(Agreement.check(Contest.load(folder)));
        Map<String, List<double[]>> cpu = new LinkedHashMap<>();
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

    /** Microseconds per row: of the thread, of the process. */
    private static double[] measure(String name, Path folder) throws Exception {
        Options options = new OptionsBuilder()
                .include("ScoringBenchmark\\." + name + "$")
                .addProfiler(CpuPerRow.class)
                .jvmArgsAppend("-Xmx2g", "-D" + ScoringBenchmark.FOLDER + "=" + folder)
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        double thread = result.getSecondaryResults().get(CpuPerRow.THREAD).getScore() / 1000;
        double process = result.getSecondaryResults().get(CpuPerRow.PROCESS).getScore() / 1000;
        System.out.printf(Locale.ROOT, "%-22s %9.2f µs, process %9.2f µs%n", name, thread, process);
        return new double[] {thread, process};
    }

    private static void print(Map<String, List<double[]>> cpu) {
        System.out.printf("%n| contender | thread CPU µs per row, median | least to most | process CPU µs |"
                + " × the arrears line above |%n|---|---|---|---|---|%n");
        double ours = 0;
        for (Map.Entry<String, List<double[]>> entry : cpu.entrySet()) {
            double[] threads = sorted(entry.getValue(), 0);
            double median = threads[threads.length / 2];
            if (entry.getKey().startsWith("arrears") || ours == 0) {
                ours = median;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f to %.2f | %.2f | %.1f |%n",
                    entry.getKey(),
                    median,
                    threads[0],
                    threads[threads.length - 1],
                    sorted(entry.getValue(), 1)[threads.length / 2],
                    median / ours);
        }
    }

    private static double[] sorted(List<double[]> measured, int column) {
        return measured.stream().mapToDouble(m -> m[column]).sorted().toArray();
    }
}
