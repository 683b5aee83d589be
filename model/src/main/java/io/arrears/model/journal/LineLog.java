package io.arrears.model.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An append-only file of lines that survives being killed. {@link #append} returns once its lines are on disk; a tail cut
 * off by a kill was never acknowledged and is cut away at the next opening; damage before the tail stops it. One writing
 * process at a time. Thread-safe.
 */
public final class LineLog implements AutoCloseable {
    private final FileChannel channel;
    private final Lock lock;

    private LineLog(FileChannel channel, Lock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes each line of a log in order. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param offset where the line begins, in bytes
         * @return false when the line is damaged
         */
        boolean visit(long offset, String line);
    }

    /**
     * Opens or creates a log for appending, after showing every line to {@code visitor}.
     *
     * @throws IllegalStateException when another process writes it, or it is damaged before its tail
     */
    public static LineLog open(Path file, Visitor visitor) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Lock lock = Lock.on(file);
            try {
                Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return new LineLog(open(file, read(file, visitor)), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't be opened for appending".formatted(file), e);
        }
    }

    /** Ready to append behind what is sound. */
    private static FileChannel open(Path file, long sound) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (sound < channel.size()) {
                channel.truncate(sound);
                channel.force(true);
            }
            return channel.position(sound);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Locks a log against others; nothing of this process may open the file locked, not even to fail. */
    private static final class Lock implements AutoCloseable {
        private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

        private final Path file;
        private final FileChannel channel;

        private Lock(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /**
         * Takes the lock, on a file beside the log that nobody reads: where a process closes any descriptor of a file,
         * POSIX drops its locks on that file.
         */
        static Lock on(Path log) throws IOException {
            Path file = log.resolveSibling(log.getFileName() + ".lock")
                    .toAbsolutePath()
                    .normalize();
            if (!HELD.add(file)) {
                throw inUse(log);
            }
            try {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    return new Lock(file, channel);
                }
                channel.close();
            } catch (IOException e) {
                HELD.remove(file);
                throw e;
            }
            HELD.remove(file);
            throw inUse(log);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            HELD.remove(file);
        }
    }

    private static IllegalStateException inUse(Path file) {
        return new IllegalStateException(
                "%s is in use by another service: stop that one, or choose another --home".formatted(file));
    }

    /**
     * Shows every whole line to {@code visitor} without locking; answers how many bytes they take.
     *
     * @throws IllegalStateException when a line before the last is damaged
     */
    public static long read(Path file, Visitor visitor) throws IOException {
        try (LineReader lines = new LineReader(file)) {
            long sound = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!visitor.visit(sound, line)) {
                    if (!lines.hasMore()) {
                        return sound;
                    }
                    throw new IllegalStateException(
                            "%s is damaged at byte %d, before its end: restore it from a copy".formatted(file, sound));
                }
                sound = lines.offset();
            }
            return sound;
        }
    }

    /**
     * Appends lines, all or none, and forces them to disk; answers where the first begins.
     *
     * @throws UncheckedIOException when they may not be on disk; nothing of them stays
     */
    public synchronized long append(List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long before = channel.position();
            try {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(false);
                return before;
            } catch (IOException e) {
                channel.truncate(before);
                channel.position(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line that begins at {@code offset}, as {@link Visitor} or {@link #append} told it. */
    public String get(long offset) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            for (long at = offset; channel.read(buffer.clear(), at) > 0; at += buffer.limit()) {
                buffer.flip();
                for (int i = 0; i < buffer.limit(); i++) {
                    if (buffer.get(i) == '\n') {
                        return line.toString(StandardCharsets.UTF_8);
                    }
                    line.write(buffer.get(i));
                }
            }
            throw new IllegalStateException("no line begins at byte %d".formatted(offset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
