package io.arrears.model.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A pointer file such as {@code CURRENT}: its one line names the version in force. Readers see the old name or the new
 * one; a writer killed at any moment leaves the old.
 */
public record Published(Path pointer) {
    /** The name in force, empty when nothing was published yet. */
    public Optional<String> find() {
        try {
            return Files.exists(pointer) ? Optional.of(Files.readString(pointer).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts {@code name} in force: written beside, forced to disk, then renamed over the old pointer. Whoever calls this
     * has forced what the name stands for.
     */
    public void replace(String name) {
        Path next = pointer.resolveSibling(pointer.getFileName() + ".next");
        try {
            Files.createDirectories(pointer.toAbsolutePath().getParent());
            Files.writeString(next, name + "\n", StandardCharsets.UTF_8);
            Disk.force(next);
            move(next);
            Disk.forceNameOf(pointer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void move(Path next) throws IOException {
        try {
            Files.move(next, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    "the file system of %s cannot rename atomically: put the home folder on a local disk"
                            .formatted(pointer),
                    e);
        }
    }
}
