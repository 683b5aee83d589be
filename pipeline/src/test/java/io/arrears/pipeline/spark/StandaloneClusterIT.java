package io.arrears.pipeline.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pipeline/cluster/standalone}: a real master, real workers, one of them killed at work. */
final class StandaloneClusterIT {
    /** Two minutes on an idle machine with 2 cores; a busy one takes several times that. */
    private static final long MINUTES = 25;

    @TempDir
    private Path folder;

    @Test
    void a_run_survives_a_killed_worker_and_writes_the_same_bytes() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash here");
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc here");
        Path log = folder.resolve("standalone.log");
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "cluster/standalone");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", scratch.toString());

        Process script =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = script.waitFor(MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            script.destroy();
            script.waitFor(1, TimeUnit.MINUTES);
        }

        String told = Files.readString(log);
        assertThat(ended).as(told).isTrue();
        assertThat(script.exitValue()).as(told).isZero();
        assertThat(told)
                .contains("killed worker 2", "driver: Lost executor", "tasks run anew:")
                .contains("same bytes: features", "same bytes: scores", "same bytes: values")
                .contains("same bytes: plan", "same bytes: prices");
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("arrears-")))
                    .isEmpty();
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(scratch.toString())))
                .isEmpty();
    }
}
