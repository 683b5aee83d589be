package io.arrears.model.assessment;

import io.arrears.model.journal.LineLog;
import io.arrears.model.policy.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final char SEPARATOR = ' ';

    private final Map<String, Long> offsets;
    private final LineLog log;
    private String chain;

    private DecisionLog(LineLog log, Map<String, Long> offsets, String chain) {
        this.log = log;
        this.offsets = offsets;
        this.chain = chain;
    }

    /** Follows the chain from line to line. */
    private static final class Chain {
        private final Path file;
        private String end = FIRST;
        private long records;

        Chain(Path file) {
            this.file = file;
        }

        /**
         * Whether the line goes on with the chain.
         *
         * @throws IllegalStateException when it would, but for a single bit: no torn tail is like that
         */
        boolean takes(long offset, String line) {
            if (line.length() >= FIRST.length() + ID_AT + ID_LENGTH) {
                String next = Digest.of(end + record(line));
                if (line.startsWith(next) && line.charAt(FIRST.length()) == SEPARATOR) {
                    end = next;
                    records++;
                    return true;
                }
            }
            FlippedBit.find(file, offset, end).ifPresent(flipped -> {
                throw damaged(
                        offset,
                        "bit %d of byte %d is flipped, in %s of decision %s"
                                .formatted(flipped.bit(), flipped.offset(), flipped.field(), flipped.record()));
            });
            return false;
        }

        IllegalStateException damaged(long offset, String how) {
            return new IllegalStateException(
                    "%s is damaged at byte %d, after %d sound records: %s; restore it from a copy"
                            .formatted(file, offset, records, how));
        }
    }

    /**
     * Opens or begins the log of a folder and verifies its chain. What a killed writer left of a last record is cut away.
     *
     * @throws IllegalStateException when the chain is broken, or another process writes the log
     */
    public static DecisionLog open(Path folder) {
        Path file = folder.resolve(FILE);
        Chain chain = new Chain(file);
        Map<String, Long> offsets = new HashMap<>();
        LineLog log = LineLog.open(file, (offset, line) -> {
            boolean sound = chain.takes(offset, line);
            if (sound) {
                offsets.putIfAbsent(id(record(line)), offset);
            }
            return sound;
        });
        return new DecisionLog(log, offsets, chain.end);
    }

    /**
     * Where the records of a log end.
     *
     * @param chain of the last, 64 hex digits; zeros when there is none. Kept elsewhere, it tells whether records at the
     *     end were lost
     * @param tornBytes left behind the last whole line by a killed writer
     */
    public record End(String chain, long tornBytes) {}

    /**
     * Hands every record to {@code reader} in order, verifying the chain; nothing when there is no log. What a killed
     * writer left of a last line is passed over, and told.
     *
     * @throws IllegalStateException when the chain is broken, be it by the last whole line
     */
    public static End readAll(Path folder, Consumer<String> reader) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new End(FIRST, 0);
        }
        Chain chain = new Chain(file);
        try {
            long size = Files.size(file);
            long sound = LineLog.read(file, (offset, line) -> {
                if (!chain.takes(offset, line)) {
                    throw chain.damaged(
                            offset,
                            "the next line does not follow it: lines are lost, doubled or changed in more than one bit");
                }
                reader.accept(record(line));
                return true;
            });
            return new End(chain.end, Math.max(0, size - sound));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records a decision; returns once it is on disk. A record already there is not written again. */
    public void append(DecisionRecord record) {
        append(List.of(record));
    }

    /** Records decisions, all or none, forced to disk together. */
    public synchronized void append(List<DecisionRecord> records) {
        String end = chain;
        List<String> lines = new ArrayList<>(records.size());
        Map<String, Long> fresh = new LinkedHashMap<>();
        long at = 0;
        for (DecisionRecord record : records) {
            if (!offsets.containsKey(record.id()) && fresh.putIfAbsent(record.id(), at) == null) {
                end = Digest.of(end + record.json());
                String line = end + SEPARATOR + record.json();
                lines.add(line);
                at += line.getBytes(StandardCharsets.UTF_8).length + 1;
            }
        }
        if (!lines.isEmpty()) {
            long start = log.append(lines);
            chain = end;
            fresh.forEach((id, within) -> offsets.put(id, start + within));
        }
    }

    /** The record of an id, as {@link DecisionRecord#json} wrote it. */
    public synchronized Optional<String> find(String id) {
        Long offset = offsets.get(id);
        return offset == null ? Optional.empty() : Optional.of(record(log.get(offset)));
    }

    private static String record(String line) {
        return line.substring(FIRST.length() + 1);
    }

    static String id(String record) {
        return record.substring(ID_AT, ID_AT + ID_LENGTH);
    }

    @Override
    public void close() {
        log.close();
    }
}
