package io.arrears.serving.decisions;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs verbs of the pipeline as an operator does: in a process of their own, from what its build left. */
final class PipelineProcess {
    private static final Path TARGET = Path.of("..", "pipeline", "target");

    private PipelineProcess() {}

    /** Runs a verb to its end. */
    static void run(Path log, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String opened : List.of("lang", "lang.invoke", "util", "util.concurrent", "nio")) {
            command.add("--add-opens=java.base/java.%s=ALL-UNNAMED".formatted(opened));
        }
        command.add("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
        command.add("--add-opens=java.base/sun.util.calendar=ALL-UNNAMED");
        command.addAll(List.of("-Xmx2g", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-cp", classPath()));
        command.add("io.arrears.pipeline.verb.Main");
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new AssertionError(
                    "%s ended with %d:%n%s".formatted(List.of(arguments), exit, Files.readString(log)));
        }
    }

    private static String classPath() throws IOException {
        Path list = TARGET.resolve("class-path");
        if (!Files.exists(list)) {
            throw new AssertionError("the pipeline isn't packaged: run mvn verify from the root, or package it first");
        }
        return TARGET.resolve("classes")
                + File.pathSeparator
                + Files.readString(list).strip();
    }
}
