package io.arrears.serving.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An append-only file of facts. {@link #append} returns once they are on disk. A tail cut off by a kill was never
 * acknowledged and is cut away at the next start; damage before it stops the start. One process at a time.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** An open journal and what it held. */
    record Opened(Journal journal, List<JournalLine> lines) {}

    /**
     * Opens or creates the journal of a folder.
     *
     * @throws IllegalStateException when another process has it open, or it is damaged before its tail
     */
    static Opened open(Path folder) {
        Path file = folder.resolve("events.jsonl");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel, file);
            List<JournalLine> lines = new ArrayList<>();
            long sound = read(Files.readAllBytes(file), file, lines);
            if (sound < channel.size()) {
                LOG.warn("{} bytes of an unacknowledged event are cut off {}", channel.size() - sound, file);
                channel.truncate(sound);
                channel.force(true);
            }
            channel.position(sound);
            return new Opened(new Journal(channel), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal %s can't be opened".formatted(file), e);
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.debug("locked by this very process", e);
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "the journal %s is in use by another service: stop that one, or choose another --home"
                            .formatted(file));
        }
    }

    /** Decodes sound lines into {@code lines}; answers how many bytes they take. */
    private static long read(byte[] bytes, Path file, List<JournalLine> lines) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                Optional<JournalLine> line =
                        JournalLine.decode(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                if (line.isEmpty()) {
                    return damaged(bytes, start, i, file);
                }
                lines.add(line.get());
                start = i + 1;
            }
        }
        return start;
    }

    private static long damaged(byte[] bytes, int start, int end, Path file) {
        if (end == bytes.length - 1) {
            return start;
        }
        throw new IllegalStateException("%s is damaged at byte %d, before its end: restore it from a copy"
                .formatted(file, start));
    }

    /**
     * Appends facts and forces them to disk.
     *
     * @throws UncheckedIOException when they may not be on disk; nothing of them stays
     */
    synchronized void append(List<JournalLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.forEach(line -> bytes.writeBytes(line.encode()));
        try {
            long before = channel.position();
            try {
                ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(before);
                channel.position(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
