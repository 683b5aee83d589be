package io.arrears.pipeline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the committed notebooks that can be seen without executing them. */
class NotebookFilesTest {
    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void carriesNoResults(Path notebook) throws IOException {
        for (JsonNode cell : new ObjectMapper().readTree(notebook.toFile()).path("cells")) {
            assertThat(cell.path("outputs"))
                    .as("outputs of cell %s", cell.path("id"))
                    .isEmpty();
            assertThat(cell.path("execution_count").isInt())
                    .as("cell %s was executed", cell.path("id"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void startsWithItsNumberAndQuestion(Path notebook) throws IOException {
        JsonNode root = new ObjectMapper().readTree(notebook.toFile());
        String number = notebook.getFileName().toString().substring(0, 2);
        StringBuilder first = new StringBuilder();
        root.path("cells").path(0).path("source").forEach(line -> first.append(line.asText()));
        assertThat(first).startsWith("# " + number + " ").contains("**Question.**");
        assertThat(root.path("metadata").path("kernelspec").path("name").asText())
                .isEqualTo("arrears-java");
    }
}
