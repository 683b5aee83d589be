package io.arrears.pipeline.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files and folders of a lake, and its small JSON documents. */
record LakeFolder(Path root) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static LakeFolder of(Home home) {
        return new LakeFolder(home.history());
    }

    Published current() {
        return new Published(root.resolve("CURRENT"));
    }

    Path drops() {
        return root.resolve("drops");
    }

    Path drop(String dropId) {
        return drops().resolve(dropId);
    }

    Path facts(String dropId) {
        return drop(dropId).resolve("facts");
    }

    Path dropRecord(String dropId) {
        return drop(dropId).resolve("drop.json");
    }

    Path generations() {
        return root.resolve("generations");
    }

    Path generation(int number) {
        return generations().resolve(number + ".json");
    }

    Path catalogue(int number) {
        return generations().resolve(number + "-attributes.json");
    }

    Path staging() {
        return root.resolve("staging");
    }

    Path rejected(String dropId) {
        return root.resolve("rejected").resolve(dropId);
    }

    Path lock() {
        return root.resolve("LOCK");
    }

    Generation currentGeneration() {
        Optional<String> number = current().find();
        return number.isEmpty() ? Generation.EMPTY : read(generation(Integer.parseInt(number.get())), Generation.class);
    }

    /** The drops of a generation, in order; a damaged one is an error, never a gap. */
    List<DropRecord> records(Generation generation) {
        List<DropRecord> records = new ArrayList<>();
        for (Generation.DropRef drop : generation.drops()) {
            Path file = dropRecord(drop.dropId());
            if (!Sha256.of(file).equals(drop.sha256())) {
                throw new IllegalStateException(
                        "%s does not have the digest that generation %d recorded: restore it from a backup"
                                .formatted(file, generation.number()));
            }
            records.add(read(file, DropRecord.class));
        }
        return records;
    }

    static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: restore it, or ingest anew".formatted(file), e);
        }
    }

    static void write(Path file, Object document) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, JSON.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
