package io.arrears.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An artefact of every format version ever published loads and answers as it did when it was written. */
final class GoldenArtefactTest {
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = "v1")
    void anArtefactOfEachVersionStillAnswersTheSame(String version) throws IOException {
        Path folder = Path.of("src/test/resources/artefacts", version);
        ModelRegistry registry = new ModelRegistry(folder);
        List<String> lines = Files.readAllLines(folder.resolve(GoldenArtefact.ANSWERS));
        assertThat(lines).hasSize(81);
        for (String line : lines.subList(1, lines.size())) {
            String[] expected = line.split(",");
            float[] row = new float[GoldenArtefact.SCHEMA.size()];
            String[] values = expected[1].split(" ");
            for (int i = 0; i < row.length; i++) {
                row[i] = Float.parseFloat(values[i]);
            }
            String[] actual =
                    GoldenArtefact.answer(registry.load(expected[0]), row).split(",");
            for (int column = 2; column < expected.length; column++) {
                assertThat(numbers(actual[column]))
                        .as(line)
                        .containsExactly(numbers(expected[column]), within(ROUNDING));
            }
        }
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
