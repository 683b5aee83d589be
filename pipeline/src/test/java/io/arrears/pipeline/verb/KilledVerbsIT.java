package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a verb with SIGKILL at random moments: the home is readable after each, and the next run completes. */
class KilledVerbsIT {
    private static final int KILLS = 4;
    private static final String FIRST = "2026-06-01";
    private static final String SECOND = "2026-07-01";

    @TempDir
    private Path folder;

    private int killed;

    @Test
    void the_old_state_stays_readable() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Path drop = folder.resolve("drop");
        Path next = folder.resolve("next");
        run("sample", "--accounts", 120, "--months", 10, "--seed", 1, "--out", drop);
        run("sample", "--accounts", 130, "--months", 10, "--seed", 1, "--out", next);
        run("run", "--home", home, "--source", drop, "--as-of", FIRST);
        long started = System.nanoTime();
        run("run", "--home", folder.resolve("rehearsal"), "--source", next, "--as-of", SECOND);
        long usualMillis = (System.nanoTime() - started) / 1_000_000;
        Random moments = new Random(20260701);
        for (int kill = 0; kill < KILLS; kill++) {
            killAfter((long) (usualMillis * 1.3 * moments.nextDouble()), home, next);
            Path out = folder.resolve("plan-%d.csv".formatted(kill));
            run("export", "plan", "--home", home, "--as-of", FIRST, "--out", out);
            assertThat(Verbs.csv(out)).isNotEmpty();
            run("models", "--home", home);
            assertThat(home.resolve("mart")
                            .resolve(Files.readString(home.resolve("mart/CURRENT"))
                                    .strip()))
                    .isDirectory();
        }
        assertThat(killed).as("runs that were still going when killed").isPositive();
        run("run", "--home", home, "--source", next, "--as-of", SECOND);
        assertThat(Files.readString(home.resolve("mart/CURRENT"))).startsWith(SECOND);
    }

    private static void run(Object... arguments) {
        Verbs.Answer answer = Verbs.run(arguments);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    private void killAfter(long millis, Path home, Path drop) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessHandle.current().info().arguments().ifPresent(arguments -> {
            for (String argument : arguments) {
                if (argument.startsWith("--add-opens")) {
                    command.add(argument);
                }
            }
        });
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(
                Main.class.getName(),
                "run",
                "--home",
                home.toString(),
                "--source",
                drop.toString(),
                "--as-of",
                SECOND));
        Process verb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        if (verb.waitFor(millis, TimeUnit.MILLISECONDS)) {
            assertThat(verb.exitValue())
                    .as(Files.readString(folder.resolve("killed.log")))
                    .isZero();
        } else {
            verb.destroyForcibly().waitFor();
            killed++;
        }
    }
}
