package io.arrears.model.assessment;

import io.arrears.model.journal.LineLog;
import io.arrears.model.policy.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The record of decisions of a home: append-only, each line {@code CHAIN JSON}, where CHAIN is the SHA-256 of the chain
 * before (64 zeros at first) followed by the record. Changing or dropping a record breaks the chain. Thread-safe.
 */
public final class DecisionLog implements AutoCloseable {
    private static final String FILE = "decisions.log";
    private static final String FIRST = "0".repeat(64);
    private static final int ID_AT = "{\"id\":\"".length();
    private static final int ID_LENGTH = 24;

    private final Map<String, Long> offsets = new HashMap<>();
    private final LineLog log;
    private String chain;

    private DecisionLog(LineLog log, Index index) {
        this.log = log;
        this.chain = index.chain;
        this.offsets.putAll(index.offsets);
    }

    /** Follows the chain from line to line. */
    private static final class Index {
        private final Map<String, Long> offsets = new HashMap<>();
        private String chain = FIRST;
        private long records;

        boolean visit(long offset, String line) {
            if (line.length() < FIRST.length() + ID_AT + ID_LENGTH) {
                return false;
            }
            String record = record(line);
            String next = Digest.of(chain + record);
            if (!line.startsWith(next)) {
                return false;
            }
            chain = next;
            records++;
            offsets.putIfAbsent(id(record), offset);
            return true;
        }
    }

    /**
     * Opens or begins the log of a folder and verifies its chain.
     *
     * @throws IllegalStateException when the chain is broken, or another process writes the log
     */
    public static DecisionLog open(Path folder) {
        Index index = new Index();
        return new DecisionLog(LineLog.open(folder.resolve(FILE), index::visit), index);
    }

    /**
     * Hands every record to {@code reader} in order, verifying the chain; nothing when there is no log. What a killed
     * writer left of a last line is passed over.
     *
     * @throws IllegalStateException when the chain is broken, be it by the last whole line
     */
    public static void readAll(Path folder, Consumer<String> reader) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        Index index = new Index();
        try {
            LineLog.read(file, (offset, line) -> {
                if (!index.visit(offset, line)) {
                    throw new IllegalStateException(
                            "%s is damaged at byte %d, after %d sound records: restore it from a copy"
                                    .formatted(file, offset, index.records));
                }
                reader.accept(record(line));
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records a decision; returns once it is on disk. A record already there is not written again. */
    public synchronized void append(DecisionRecord record) {
        if (offsets.containsKey(record.id())) {
            return;
        }
        String next = Digest.of(chain + record.json());
        long offset = log.append(List.of(next + " " + record.json()));
        chain = next;
        offsets.put(record.id(), offset);
    }

    /** The record of an id, as {@link DecisionRecord#json} wrote it. */
    public synchronized Optional<String> find(String id) {
        Long offset = offsets.get(id);
        return offset == null ? Optional.empty() : Optional.of(record(log.get(offset)));
    }

    private static String record(String line) {
        return line.substring(FIRST.length() + 1);
    }

    private static String id(String record) {
        return record.substring(ID_AT, ID_AT + ID_LENGTH);
    }

    @Override
    public void close() {
        log.close();
    }
}
