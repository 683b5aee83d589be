package io.arrears.serving.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Texts that decisions followed, kept by digest beside the record so that it replays after they were replaced. */
final class Artefacts {
    private final Path folder;

    Artefacts(Path decisions) {
        this.folder = decisions.resolve("artefacts");
    }

    /** Keeps a text; one already kept is left as it is. */
    void keep(String digest, String text) {
        Path file = folder.resolve(digest);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, ".new-", "");
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> find(String digest) {
        Path file = folder.resolve(digest);
        try {
            return digest.matches("[0-9a-f]{64}") && Files.exists(file)
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
