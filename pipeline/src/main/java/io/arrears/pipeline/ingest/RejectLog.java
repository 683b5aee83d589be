package io.arrears.pipeline.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rejected rows of one task, a JSON object per line; opened with the first. Not thread-safe. */
final class RejectLog {
    /** More are counted, but not listed. */
    static final int MAX_LISTED = 250_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private @Nullable BufferedWriter out;
    private int listed;

    RejectLog(Path file) {
        this.file = file;
    }

    void add(Rejected row) {
        if (listed++ >= MAX_LISTED) {
            return;
        }
        try {
            if (out == null) {
                out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            }
            out.write(JSON.writeValueAsString(row));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    static List<Rejected> read(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            List<Rejected> rows = new ArrayList<>();
            for (String line : (Iterable<String>) lines::iterator) {
                rows.add(JSON.readValue(line, Rejected.class));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
