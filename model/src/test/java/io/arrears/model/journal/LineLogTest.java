package io.arrears.model.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LineLogTest {
    private static final int REFUSED = 3;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("some.log");
    }

    /** Another process that opens a log and appends a line. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) {
            try (LineLog log = LineLog.open(Path.of(args[0]), (offset, line) -> true)) {
                log.append(List.of("other"));
            } catch (IllegalStateException e) {
                System.exit(REFUSED);
            }
        }
    }

    private int other() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        LineLog.read(file, (offset, line) -> lines.add(line));
        return lines;
    }

    @Test
    void oneProcessWritesAtATimeWhateverItReadsBeside() throws Exception {
        try (LineLog log = LineLog.open(file, (offset, line) -> true)) {
            log.append(List.of("first"));
            assertThat(lines()).containsExactly("first");
            assertThat(other()).isEqualTo(REFUSED);
            assertThatThrownBy(() -> LineLog.open(file, (offset, line) -> true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another service");
            assertThat(other()).isEqualTo(REFUSED);
            log.append(List.of("second"));
        }
        assertThat(other()).isZero();
        assertThat(lines()).containsExactly("first", "second", "other");
    }

    @Test
    void aTailCutOffByAKillIsCutAway() throws IOException {
        Files.writeString(file, "one\ntwo\nthr", StandardCharsets.UTF_8);
        try (LineLog log = LineLog.open(file, (offset, line) -> true)) {
            log.append(List.of("three"));
        }
        assertThat(lines()).containsExactly("one", "two", "three");
    }

    @Test
    void damageBeforeTheTailStopsIt() throws IOException {
        Files.writeString(file, "one\nbad\nthree\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LineLog.open(file, (offset, line) -> !line.equals("bad")))
                .hasMessageContaining("damaged at byte 4");
        assertThat(lines()).hasSize(3);
    }
}
