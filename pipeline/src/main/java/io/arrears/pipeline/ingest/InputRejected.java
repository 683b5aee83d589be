package io.arrears.pipeline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drop as a whole was refused, and nothing of it is in the lake (exit code 3). */
public final class InputRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private final transient @Nullable Path report;
    private final transient @Nullable IngestSummary summary;

    private InputRejected(List<String> problems, @Nullable Path report, @Nullable IngestSummary summary) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.report = report;
        this.summary = summary;
    }

    /** The files don't fit the contract or the mapping: every problem at once. */
    public static InputRejected because(List<String> problems) {
        return new InputRejected(problems, null, null);
    }

    /** Too many rows were rejected. */
    static InputRejected tooMany(String problem, Path report, IngestSummary summary) {
        return new InputRejected(List.of(problem), report, summary);
    }

    public List<String> problems() {
        return problems;
    }

    /** The folder with the quarantine file and the summary, when rows were read. */
    public Optional<Path> findReport() {
        return Optional.ofNullable(report);
    }

    /** What would have been ingested, when rows were read. */
    public Optional<IngestSummary> findSummary() {
        return Optional.ofNullable(summary);
    }
}
