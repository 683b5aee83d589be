package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb's own proof against a product whose door to facts leaks: it must say no, and where. */
class LeakyDoorIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"no known-time filter", "versions known later count"})
    void a_leak_fails_the_truncation_proof(String name) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Mutant.ofTheDoor().stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow()
                .compile(classes);
        Path home = TrainedHome.copyTo(folder.resolve("home"));
        Path log = folder.resolve("log");
        try (VerbProcess verb = VerbProcess.startWith(classes, log)) {
            verb.run(List.of(
                    "features", "--home", home.toString(), "--as-of", "2026-03-01", "--prove-truncation", "--json"));

            assertThat(verb.exitCode()).as(name).isOne();
            assertThat(Files.readString(log))
                    .containsPattern(
                            "\"first_difference\" : \"account \\S+ as of 2026-03-01: \\S+ is \\S+ against \\S+\"");
        }
    }
}
