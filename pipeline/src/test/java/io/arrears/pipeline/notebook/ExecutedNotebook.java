package io.arrears.pipeline.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the cells of a notebook showed: everything printed, and the pictures in order. */
record ExecutedNotebook(String printed, List<Picture> pictures) {
    private static final String SVG = "image/svg+xml";

    static ExecutedNotebook read(Path file) throws IOException {
        StringBuilder printed = new StringBuilder();
        List<Picture> pictures = new ArrayList<>();
        for (JsonNode cell : new ObjectMapper().readTree(file.toFile()).path("cells")) {
            for (JsonNode output : cell.path("outputs")) {
                printed.append(joined(output.path("text")));
                if (output.path("data").has(SVG)) {
                    pictures.add(new Picture(joined(output.path("data").path(SVG))));
                }
            }
        }
        return new ExecutedNotebook(printed.toString(), pictures);
    }

    /** The picture with that title. */
    Picture picture(String title) {
        return pictures.stream()
                .filter(picture -> picture.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no picture '%s' among %s"
                        .formatted(title, pictures.stream().map(Picture::title).toList())));
    }

    /** Writes each picture beside the notebook, numbered in their order. */
    void keepPictures(Path folder, String prefix) throws IOException {
        for (int i = 0; i < pictures.size(); i++) {
            Files.writeString(
                    folder.resolve("%s-%d.svg".formatted(prefix, i + 1)),
                    pictures.get(i).svg());
        }
    }

    /** Jupyter writes a text as one string or as a list of its lines. */
    private static String joined(JsonNode text) {
        StringBuilder joined = new StringBuilder(text.asText());
        text.forEach(line -> joined.append(line.asText()));
        return joined.toString();
    }
}
