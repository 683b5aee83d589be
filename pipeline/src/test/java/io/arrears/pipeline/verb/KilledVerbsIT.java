package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills verbs, and the merging of files that an ingest may begin with, with SIGKILL at random moments: every reader
 * then finds all of the old or all of the new, and the same verb run again gives the bytes of a run that was never
 * killed. A moment is the n-th thing that happens to a file of the home, n at random, and sometimes a while after it.
 * {@code -Dkills=50} for more, {@code -Dkills.seed=N} for others.
 */
class KilledVerbsIT {
    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("kills.seed", 20260701);
    private static final String AS_OF = "2026-07-01";
    /** Publishing happens among the last things done to files: half of the kills go there. */
    private static final int LAST_EVENTS = 25;
    /** At most so long after the event; 0: at once. */
    private static final int[] DELAYS = {0, 0, 10, 600};

    @TempDir
    private Path folder;

    /** A verb about to run: the home it finds, what readers see before and after it, and how much it does to files. */
    private record Stage(String name, List<String> verb, Path before, HomeState old, HomeState next, int events) {}

    @Test
    void readers_find_the_old_or_the_new_and_the_next_run_completes() throws Exception {
        List<Stage> stages = rehearse();
        Random random = new Random(SEED);
        int killed = 0;
        int attempts = 0;
        VerbProcess standby = VerbProcess.start(log(0));
        try {
            Path home = null;
            Stage stage = stages.get(0);
            while (killed < KILLS) {
                assertThat(attempts++).as("verbs run to kill %d", KILLS).isLessThan(4 * KILLS + 10);
                if (home == null) {
                    stage = stages.get(random.nextInt(stages.size()));
                    home = TrainedHome.copy(stage.before(), folder.resolve("home"));
                }
                VerbProcess verb = standby;
                Outcome outcome = kill(verb, stage, home, random);
                standby = VerbProcess.start(log(attempts));
                killed += outcome.killed() ? 1 : 0;
                HomeState found = HomeState.of(home, AS_OF);
                boolean isNew = found.equals(stage.next());
                System.out.printf(
                        "seed %d, kill %d: %s %s: readers find the %s%n",
                        SEED, killed, stage.name(), outcome, isNew ? "new" : "old");
                assertThat(isNew ? List.of() : found.differences(stage.old()))
                        .as("%s %s: neither the old nor the new", stage.name(), outcome)
                        .isEmpty();
                boolean killAgain = outcome.killed() && random.nextInt(4) == 0;
                if (!killAgain) {
                    runAgain(stage, home);
                    TrainedHome.delete(home);
                    home = null;
                }
            }
        } finally {
            standby.close();
        }
    }

    /** What a killed verb had done. */
    private record Outcome(boolean killed, int event, int events, int millis) {
        @Override
        public String toString() {
            return killed
                    ? "killed %d ms after event %d of about %d".formatted(millis, event, events)
                    : "ended before event %d of about %d".formatted(event, events);
        }
    }

    private static Outcome kill(VerbProcess verb, Stage stage, Path home, Random random)
            throws IOException, InterruptedException {
        int event = random.nextBoolean()
                ? random.nextInt(stage.events() + 1)
                : Math.max(0, stage.events() - random.nextInt(LAST_EVENTS));
        int millis = DELAYS[random.nextInt(DELAYS.length)];
        millis = millis == 0 ? 0 : random.nextInt(millis);
        try (HomeWatch watch = HomeWatch.of(home)) {
            verb.run(arguments(stage, home));
            watch.await(event, verb::isRunning);
            verb.isRunningAfter(millis);
            boolean killed = verb.kill();
            if (!killed) {
                assertThat(verb.exitCode()).as("exit code of %s", stage.name()).isZero();
            }
            return new Outcome(killed, event, stage.events(), millis);
        }
    }

    private static void runAgain(Stage stage, Path home) throws IOException, SQLException {
        if (stage.name().equals(VerbProcess.COMPACT)) {
            VerbProcess.execute(arguments(stage, home).toArray(String[]::new));
        } else {
            TrainedHome.run(arguments(stage, home).toArray());
        }
        assertThat(HomeState.of(home, AS_OF).differences(stage.next()))
                .as("%s run again against never killed", stage.name())
                .isEmpty();
    }

    private static List<String> arguments(Stage stage, Path home) {
        List<String> arguments = new ArrayList<>(stage.verb());
        arguments.addAll(List.of("--home", home.toString()));
        return arguments;
    }

    private Path log(int number) {
        return folder.resolve("child-%d.log".formatted(number));
    }

    /** Runs each verb once without killing it, and keeps the home as it was before. */
    private List<Stage> rehearse() throws Exception {
        Path home = TrainedHome.copyTo(folder.resolve("rehearsal"));
        for (String verb : List.of("features", "score", "plan", "publish")) {
            TrainedHome.run(verb, "--home", home, "--as-of", AS_OF);
        }
        Path drop = folder.resolve("drop");
        TrainedHome.run("sample", "--accounts", 130, "--months", 10, "--seed", 1, "--out", drop);
        List<Stage> stages = new ArrayList<>();
        stages.add(rehearse(home, "ingest", "ingest", "--source", drop.toString()));
        stages.add(rehearse(home, VerbProcess.COMPACT, VerbProcess.COMPACT));
        for (String verb : List.of("features", "score", "plan", "publish")) {
            stages.add(rehearse(home, verb, verb, "--as-of", AS_OF));
        }
        assertThat(stages)
                .allSatisfy(stage -> assertThat(stage.next().differences(stage.old()))
                        .as("what %s changes", stage.name())
                        .isNotEmpty());
        return stages;
    }

    private Stage rehearse(Path home, String name, String... verb) throws Exception {
        Path before = TrainedHome.copy(home, folder.resolve("before-" + name));
        HomeState old = HomeState.of(home, AS_OF);
        Stage stage = new Stage(name, List.of(verb), before, old, old, 0);
        try (HomeWatch watch = HomeWatch.of(home);
                VerbProcess child = VerbProcess.start(folder.resolve("rehearsal-%s.log".formatted(name)))) {
            child.run(arguments(stage, home));
            int events = watch.await(Integer.MAX_VALUE, child::isRunning);
            assertThat(child.exitCode())
                    .as(Files.readString(folder.resolve("rehearsal-%s.log".formatted(name))))
                    .isZero();
            return new Stage(name, List.of(verb), before, old, HomeState.of(home, AS_OF), events);
        }
    }
}
