package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.policy.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows and request give the same artefact byte for byte, whatever process trains it. */
final class ReproducedInAnotherJvmIT {
    @TempDir
    Path home;

    /** Trains on the rows of a folder and prints the digest of every file. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Files.writeString(Path.of(arguments[1]), digest(Path.of(arguments[0])));
        }
    }

    private static String digest(Path rows) {
        TrainedBook trained = BookTraining.train(
                TrainingRows.of(TrainingTable.read(rows.resolve("rows.parquet"), TestBook.SCHEMA)), TestBook.request());
        MessageDigest digest = Digest.sha256();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(trained.files()).entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(file.getValue());
        }
        return trained.manifest().id() + " " + HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void anotherJvmTrainsTheSameBytes() throws IOException, InterruptedException {
        TestBook.write(home, 400, 14);
        Path answer = home.resolve("answer.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        home.toString(),
                        answer.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log.txt").toFile())
                .start();
        assertThat(child.waitFor())
                .as(Files.readString(home.resolve("log.txt")))
                .isZero();
        assertThat(Files.readString(answer)).isEqualTo(digest(home));
    }
}
