package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.LakeWriter;
import io.arrears.pipeline.spark.SparkSessions;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * A process of its own that has started, opened Spark, and waits to be told its one verb: starting is most of what a
 * kill costs, so the next process starts while the last one's traces are looked at.
 */
final class VerbProcess implements AutoCloseable {
    static final String COMPACT = "compact";

    private final Process process;
    private final BufferedWriter toChild;

    private VerbProcess(Process process) {
        this.process = process;
        this.toChild = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a process; its output goes to {@code log}. */
    static VerbProcess start(Path log) throws IOException {
        return start(log, "");
    }

    /** Starts a process in which the classes of a folder stand in for the house's. */
    static VerbProcess startWith(Path classes, Path log) throws IOException {
        return start(log, classes + File.pathSeparator);
    }

    private static VerbProcess start(Path log, String classPathFirst) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessHandle.current().info().arguments().ifPresent(arguments -> {
            for (String argument : arguments) {
                if (argument.startsWith("--add-opens")) {
                    command.add(argument);
                }
            }
        });
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(
                classPathFirst + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Child.class.getName());
        return new VerbProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    /** Tells the process its verb. */
    void run(List<String> arguments) throws IOException {
        toChild.write(String.join("\t", arguments));
        toChild.newLine();
        toChild.flush();
    }

    /** Whether the process is still at it after so long. */
    boolean isRunningAfter(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** SIGKILL; answers whether the process had not ended by itself. */
    boolean kill() throws InterruptedException {
        boolean running = process.isAlive();
        process.destroyForcibly().waitFor();
        return running && process.exitValue() != 0;
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /**
     * Runs a verb in this process. {@code compact --home DIR} merges the history's files, as an ingest does once there are
     * more than sixteen a bucket.
     */
    static int execute(String... words) {
        if (!words[0].equals(COMPACT)) {
            return Main.execute(words);
        }
        try (SparkSession spark = SparkSessions.open("local[2]", COMPACT);
                LakeWriter writer = LakeWriter.lock(new Home(Path.of(words[2])))) {
            writer.compactAbove(1, spark);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What runs in the process. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            SparkSessions.open("local[2]", "killed").range(1).count();
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String verb = in.readLine();
            if (verb != null) {
                System.exit(execute(verb.split("\t")));
            }
        }
    }
}
