package io.arrears.model.decision.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Appends decisions to one file. One process writes at a time; within it, threads may share the log. What a crash left
 * of a last record is cut off on opening.
 */
public final class DecisionLog implements AutoCloseable {
    private static final int TAIL = 1 << 16;

    private final FileChannel file;
    private final boolean forced;
    private String chain;

    private DecisionLog(FileChannel file, boolean forced, String chain) {
        this.file = file;
        this.forced = forced;
        this.chain = chain;
    }

    /**
     * Opens a file, or begins one.
     *
     * @param forced whether a record must be on disk before {@link #append} answers
     * @throws IOException when the file can't be written, or its last whole line is no record
     */
    public static DecisionLog open(Path path, boolean forced) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            file.truncate(endOfLastLine(file, file.size()));
            file.position(file.size());
            return new DecisionLog(file, forced, lastChain(file, path));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static String lastChain(FileChannel file, Path path) throws IOException {
        long size = file.size();
        if (size == 0) {
            return ChainedLine.GENESIS;
        }
        long start = endOfLastLine(file, size - 1);
        byte[] line = read(file, start, Math.toIntExact(size - 1 - start));
        return ChainedLine.parse(new String(line, StandardCharsets.UTF_8))
                .map(ChainedLine::chain)
                .orElseThrow(() -> new IOException(
                        "last line of %s is no decision record: verify the file, then move it away".formatted(path)));
    }

    /** One past the last line feed before {@code end}; 0 when there is none. */
    private static long endOfLastLine(FileChannel file, long end) throws IOException {
        long to = end;
        while (to > 0) {
            long from = Math.max(0, to - TAIL);
            byte[] bytes = read(file, from, (int) (to - from));
            for (int i = bytes.length - 1; i >= 0; i--) {
                if (bytes[i] == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    private static byte[] read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {}
        return buffer.array();
    }

    /**
     * Appends a record.
     *
     * @param record JSON without line feeds
     */
    public synchronized void append(String record) throws IOException {
        if (record.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a record is one line: write its JSON without line feeds");
        }
        ChainedLine line = ChainedLine.after(chain, record);
        ByteBuffer bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        if (forced) {
            file.force(false);
        }
        chain = line.chain();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** Checks the whole chain; a tail without a line feed is told as the bad line. */
    public static Verification verify(Path path) throws IOException {
        return verify(path, record -> {});
    }

    /** Checks the chain and hands every sound record on, in order, up to the first bad one. */
    public static Verification verify(Path path, Consumer<String> sound) throws IOException {
        String previous = ChainedLine.GENESIS;
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                String utf8 = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                Optional<ChainedLine> line = ChainedLine.parse(utf8);
                if (line.isEmpty()) {
                    return new Verification(lines, lines + 1, "no whole record");
                }
                if (!line.get().follows(previous)) {
                    return new Verification(lines, lines + 1, "record and chain don't fit: one of them was changed");
                }
                previous = line.get().chain();
                sound.accept(line.get().record());
                lines++;
            }
        }
        return new Verification(lines, null, null);
    }
}
