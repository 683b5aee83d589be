package io.arrears.serving.event;

import io.arrears.model.journal.LineLog;
import io.arrears.model.mart.JournalLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journal of live facts: a {@link JournalLine} per line. */
final class Journal implements AutoCloseable {
    private final LineLog log;

    private Journal(LineLog log) {
        this.log = log;
    }

    /** An open journal and what it held. */
    record Opened(Journal journal, List<JournalLine> lines) {}

    /**
     * Opens or begins the journal of a folder.
     *
     * @throws IllegalStateException when another process has it open, or it is damaged before its tail
     */
    static Opened open(Path folder) {
        List<JournalLine> lines = new ArrayList<>();
        LineLog log = LineLog.open(folder.resolve(JournalLine.FILE), (offset, text) -> {
            Optional<JournalLine> line = JournalLine.decode(text);
            line.ifPresent(lines::add);
            return line.isPresent();
        });
        return new Opened(new Journal(log), lines);
    }

    /** Appends facts, all or none; returns once they are on disk. */
    void append(List<JournalLine> lines) {
        log.append(lines.stream().map(JournalLine::encode).toList());
    }

    @Override
    public void close() {
        log.close();
    }
}
