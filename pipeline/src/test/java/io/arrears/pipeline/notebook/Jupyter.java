package io.arrears.pipeline.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Jupyter of this machine with the Java kernel, in folders of its own: nothing is written to the user's.
 *
 * <p>The kernel opens its ports before it can answer; a request that arrives in between kills the thread that would have
 * answered it (about one start in seven), so a start without an answer is tried again.
 */
record Jupyter(Path command, Path folder) {
    private static final int ANSWER_SECONDS = 25;
    private static final int CELL_SECONDS = 180;
    private static final int RETRIES = 3;
    private static final List<String> NO_ANSWER = List.of("Kernel didn't respond", "Kernel died before replying");

    static Optional<Path> findCommand() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "jupyter"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Installs the kernel for this Jupyter alone. */
    static Jupyter install(Path command, Path kernelJar, Path folder) throws IOException {
        Path kernel = Files.createDirectories(folder.resolve("kernels").resolve("arrears-java"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Map<String, Object> specification = Map.of(
                "argv",
                List.of(
                        java.toString(),
                        "-Xmx512m",
                        "-jar",
                        kernelJar.toAbsolutePath().toString(),
                        "{connection_file}"),
                "display_name",
                "Java (Arrears)",
                "language",
                "java",
                "interrupt_mode",
                "message");
        new ObjectMapper().writeValue(kernel.resolve("kernel.json").toFile(), specification);
        return new Jupyter(command, folder);
    }

    /**
     * Executes a notebook and answers it with its results.
     *
     * @throws AssertionError with the end of Jupyter's report when a cell fails or no start of the kernel answers
     */
    ExecutedNotebook execute(Path notebook, Path outFolder, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createDirectories(outFolder).resolve(notebook.getFileName());
        Path report = outFolder.resolve(notebook.getFileName() + ".log");
        for (int start = 0; start <= RETRIES; start++) {
            Files.deleteIfExists(out);
            if (convert(notebook, outFolder, environment, report) == 0) {
                return ExecutedNotebook.read(out);
            }
            String said = Files.readString(report);
            if (NO_ANSWER.stream().noneMatch(said::contains)) {
                throw new AssertionError("%s failed: %s".formatted(notebook.getFileName(), end(said)));
            }
        }
        throw new AssertionError("the Java kernel answered none of %d starts: see %s".formatted(RETRIES + 1, report));
    }

    private int convert(Path notebook, Path outFolder, Map<String, String> environment, Path report)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        command.toString(),
                        "nbconvert",
                        "--to=notebook",
                        "--execute",
                        "--ExecutePreprocessor.startup_timeout=" + ANSWER_SECONDS,
                        "--ExecutePreprocessor.timeout=" + CELL_SECONDS,
                        "--output-dir=" + outFolder.toAbsolutePath(),
                        notebook.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile());
        builder.environment().put("JUPYTER_PATH", folder.toString());
        for (String use : List.of("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")) {
            builder.environment().put("JUPYTER_" + use, folder.resolve(use).toString());
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(
                    "%s was not done after 10 minutes: see %s".formatted(notebook.getFileName(), report));
        }
        return process.exitValue();
    }

    private static String end(String report) {
        return report.substring(Math.max(0, report.length() - 3_000));
    }
}
