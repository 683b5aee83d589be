package io.arrears.model.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The whole lines of a file in order: those that end in a newline. */
final class LineReader implements AutoCloseable {
    private static final int CHUNK = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[CHUNK];
    /** Of the bytes: where the next line begins, and where what was read ends. */
    private int start;

    private int end;
    private long offset;

    LineReader(Path file) throws IOException {
        this.in = Files.newInputStream(file);
    }

    /** Where the next line begins, in bytes of the file. */
    long offset() {
        return offset;
    }

    /** The next whole line without its newline, or null when there is none. */
    @Nullable
    String next() throws IOException {
        int newline = find(start);
        if (newline < 0) {
            return null;
        }
        String line = new String(bytes, start, newline - start, StandardCharsets.UTF_8);
        offset += newline + 1 - start;
        start = newline + 1;
        return line;
    }

    /** Whether anything, be it part of a line, is left. */
    boolean hasMore() throws IOException {
        return start < end || fill();
    }

    private int find(int from) throws IOException {
        int at = from;
        while (true) {
            for (; at < end; at++) {
                if (bytes[at] == '\n') {
                    return at;
                }
            }
            int searched = at - start;
            if (!fill()) {
                return -1;
            }
            at = start + searched;
        }
    }

    /** Reads on, moving the line begun to the front and making room for it. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
