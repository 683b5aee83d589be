package io.arrears.pipeline.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the files of a source drop. */
record DropFolder(Path path) {
    static DropFolder create(Path path) {
        try {
            Files.createDirectories(path);
            return new DropFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DropFolder file(String name, String... lines) {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    DropFolder bytes(String name, byte[] content) {
        try {
            Files.write(path.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    DropFolder gzipped(String name, String... lines) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path.resolve(name)))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
