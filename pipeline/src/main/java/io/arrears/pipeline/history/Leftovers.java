package io.arrears.pipeline.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a killed writer left: staged drops, drops no generation in force names, generations never put in force. */
record Leftovers(LakeFolder folder, Generation inForce) {
    void remove() throws IOException {
        delete(folder.staging());
        deleteChildren(folder.drops(), name -> !inForce.holds(name));
        deleteChildren(folder.generations(), name -> number(name) > inForce.number());
    }

    private static int number(String name) {
        return Integer.parseInt(name.split("[.-]", 2)[0]);
    }

    private static void deleteChildren(Path parent, Predicate<String> unwanted) throws IOException {
        if (!Files.exists(parent)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> all = Files.list(parent)) {
            children = all.filter(child -> unwanted.test(child.getFileName().toString()))
                    .toList();
        }
        for (Path child : children) {
            delete(child);
        }
    }

    /** Deletes a file or folder with all it holds; a missing one is fine. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(Leftovers::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
