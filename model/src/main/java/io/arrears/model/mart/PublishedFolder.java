package io.arrears.model.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of immutable versions, one of which is in force. A version is written beside the others and put in force by
 * replacing the {@code CURRENT} pointer; a killed writer leaves the old one in force, and its leftovers go at the next
 * publish.
 */
public record PublishedFolder(Path root) {
    private static final String POINTER = "CURRENT";

    /** A path for a new version, which does not exist yet. */
    public Path next() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root.resolve("v-%013d-%s"
                .formatted(
                        System.currentTimeMillis(), UUID.randomUUID().toString().substring(0, 8)));
    }

    /**
     * Puts a finished version in force, forced to disk with all it holds, and removes what is older, except the version
     * in force until now: somebody may still be reading that.
     */
    public void publish(Path version) {
        Path previous = find().orElse(version);
        Disk.force(version);
        Disk.forceNameOf(version);
        new Published(root.resolve(POINTER)).replace(version.getFileName().toString());
        removeOlder(version, previous);
    }

    /** The version in force; empty when nothing was published. */
    public Optional<Path> find() {
        return new Published(root.resolve(POINTER)).find().map(root::resolve);
    }

    /**
     * The version in force.
     *
     * @throws IllegalStateException when nothing was published; {@code advice} says what to run
     */
    public Path get(String advice) {
        return find().orElseThrow(
                        () -> new IllegalStateException("nothing is published in %s: %s".formatted(root, advice)));
    }

    /** Names begin with the time: a version with a later one is being written. */
    private void removeOlder(Path version, Path previous) {
        try (Stream<Path> children = Files.list(root)) {
            List<Path> older = children.filter(Files::isDirectory)
                    .filter(child -> child.getFileName().compareTo(version.getFileName()) < 0)
                    .filter(child -> !child.equals(previous))
                    .toList();
            for (Path child : older) {
                delete(child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
