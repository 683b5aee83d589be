package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Mutant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        correctPaymentsOf(home);
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

    /** Payments made before the proof's day are corrected after it: another amount under the same key. */
    private void correctPaymentsOf(Path home) throws IOException {
        String header = "payment_id,account_id,invoice_id,paid_on,amount,kind,reverses,method,known_at";
        List<String> corrections = new ArrayList<>(List.of(header));
        for (String line : Files.readAllLines(TrainedHome.drop().resolve("payments.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[5].equals("payment") && cells[3].compareTo("2026-02-01") < 0) {
                corrections.add(String.join(
                        ",",
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        "1",
                        "payment",
                        "",
                        cells[7],
                        "2026-05-02T00:00:00Z"));
            }
        }
        Path source = Files.createDirectory(folder.resolve("corrections"));
        Files.write(source.resolve("payments.csv"), corrections);
        TrainedHome.run("ingest", "--home", home, "--source", source);
    }
}
