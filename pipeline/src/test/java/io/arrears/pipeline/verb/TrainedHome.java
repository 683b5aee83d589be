package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A small sample home that went the whole road once, made once per JVM and only ever copied. It ends with the JVM. */
final class TrainedHome {
    static final String AS_OF = "2026-06-01";

    private TrainedHome() {}

    private static final class Holder {
        private static final Path HOME = make();
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("arrears-trained-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path drop = folder.resolve("drop");
            Path home = folder.resolve("home");
            run("sample", "--accounts", 120, "--months", 10, "--seed", 1, "--out", drop);
            run("run", "--home", home, "--source", drop, "--as-of", AS_OF);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Verbs.Answer run(Object... arguments) {
        Verbs.Answer answer = Verbs.run(arguments);
        assertThat(answer.exitCode()).as("%s", answer.err()).isZero();
        return answer;
    }

    /** A home of one's own that went the whole road. */
    static Path copyTo(Path target) {
        return copy(Holder.HOME, target);
    }

    /** An empty home but for the models. */
    static Path modelsTo(Path target) {
        copy(Holder.HOME.resolve("models"), target.resolve("models"));
        return target;
    }

    static Path copy(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
