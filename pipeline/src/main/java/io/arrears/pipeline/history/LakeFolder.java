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

    static final String FACTS = "facts";
    static final String COMPACTION_RECORD = "facts.json";

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
        return drop(dropId).resolve(FACTS);
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

    Path compactions() {
        return root.resolve("compacted");
    }

    Path compaction(int number) {
        return compactions().resolve(Integer.toString(number));
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

    /** Where the facts of a generation stand, in the order they came. */
    List<FactLayer> layers(Generation generation, List<DropRecord> records) {
        List<FactLayer> layers = new ArrayList<>();
        Generation.CompactionRef merged = generation.compaction();
        if (merged != null) {
            Path record = compaction(merged.number()).resolve(COMPACTION_RECORD);
            check(record, merged.sha256(), generation);
            layers.add(new FactLayer(record.resolveSibling(FACTS), read(record, FactFiles.class)));
        }
        records.stream()
                .skip(merged == null ? 0 : merged.drops())
                .map(drop -> new FactLayer(facts(drop.dropId()), drop.facts()))
                .forEach(layers::add);
        return layers;
    }

    /** The drops of a generation, in order; a damaged one is an error, never a gap. */
    List<DropRecord> records(Generation generation) {
        List<DropRecord> records = new ArrayList<>();
        for (Generation.DropRef drop : generation.drops()) {
            Path file = dropRecord(drop.dropId());
            check(file, drop.sha256(), generation);
            records.add(read(file, DropRecord.class));
        }
        return records;
    }

    private static void check(Path file, String sha256, Generation generation) {
        if (!Sha256.of(file).equals(sha256)) {
            throw new IllegalStateException(
                    "%s does not have the digest that generation %d recorded: restore it from a backup"
                            .formatted(file, generation.number()));
        }
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
