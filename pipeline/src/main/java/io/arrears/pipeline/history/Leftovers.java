package io.arrears.pipeline.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a killed writer left: staged drops, drops no generation in force names, generations and merged files never put in
 * force. And the files that a compaction replaced, once readers have had time: the ingest that compacts and the one
 * after it leave them in place.
 */
record Leftovers(LakeFolder folder, Generation inForce) {
    /** Generations after a compaction's whose writers leave the replaced files: that of the drop it came with. */
    private static final int GRACE_GENERATIONS = 1;

    void remove() throws IOException {
        delete(folder.staging());
        deleteChildren(folder.drops(), name -> !inForce.holds(name));
        deleteChildren(folder.generations(), name -> number(name) > inForce.number());
        deleteChildren(folder.compactions(), name -> number(name) > inForce.number());
        Generation.CompactionRef merged = inForce.compaction();
        if (merged != null && inForce.number() > merged.number() + GRACE_GENERATIONS) {
            removeReplaced(merged);
        }
    }

    private void removeReplaced(Generation.CompactionRef merged) throws IOException {
        deleteChildren(folder.compactions(), name -> number(name) < merged.number());
        for (Generation.DropRef drop : inForce.drops().subList(0, merged.drops())) {
            delete(folder.facts(drop.dropId()));
        }
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
