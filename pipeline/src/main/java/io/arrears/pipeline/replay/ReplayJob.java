package io.arrears.pipeline.replay;

import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.RecordReader;
import io.arrears.model.assessment.RecordedDecision;
import io.arrears.model.assessment.Replay;
import io.arrears.model.mart.Home;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Replays the records of a home: one thread reads and follows their chain, all processors make decisions anew, a batch of
 * records each. What it finds does not depend on which thread was faster.
 */
public final class ReplayJob {
    private static final int BATCH = 128;

    private final RecordedArtefacts artefacts;
    private final @Nullable String wantedId;
    private final ExecutorService workers;
    private final int mostPending;
    private final Deque<Future<Found>> pending = new ArrayDeque<>();
    private List<Line> batch = new ArrayList<>(BATCH);
    private long read;
    private Found found = new Found(0, 0, null);

    /** A record and its line, counted from 1. */
    private record Line(long number, String record) {}

    /** What came of some records. */
    private record Found(long replayed, long same, ReplaySummary.@Nullable Failure first) {
        Found plus(Found later) {
            return new Found(replayed + later.replayed, same + later.same, first == null ? later.first : first);
        }
    }

    private ReplayJob(Home home, @Nullable String wantedId, ExecutorService workers, int threads) {
        this.artefacts = new RecordedArtefacts(home);
        this.wantedId = wantedId;
        this.workers = workers;
        this.mostPending = 4 * threads;
    }

    /**
     * Replays all records, or one.
     *
     * @param wantedId of the one; absent = all
     * @throws IllegalStateException when the chain is broken
     */
    public static ReplaySummary run(Home home, @Nullable String wantedId) {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            return new ReplayJob(home, wantedId, workers, threads).run(home);
        } finally {
            workers.shutdownNow();
        }
    }

    private ReplaySummary run(Home home) {
        DecisionLog.End end = DecisionLog.readAll(home.decisions(), this::take);
        submit();
        while (!pending.isEmpty()) {
            settle();
        }
        return new ReplaySummary(read, found.replayed(), found.same(), found.first(), end);
    }

    private void take(String record) {
        read++;
        if (wantedId != null && !record.startsWith("{\"id\":\"" + wantedId + "\"")) {
            return;
        }
        batch.add(new Line(read, record));
        if (batch.size() == BATCH) {
            submit();
        }
    }

    private void submit() {
        List<Line> lines = batch;
        batch = new ArrayList<>(BATCH);
        pending.add(workers.submit(() -> replay(lines)));
        if (pending.size() > mostPending) {
            settle();
        }
    }

    /** Waits for the oldest batch. */
    private void settle() {
        try {
            found = found.plus(pending.remove().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a replay failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replay was interrupted", e);
        }
    }

    private Found replay(List<Line> lines) {
        SortedMap<Long, ReplaySummary.Failure> failures = new TreeMap<>();
        Map<Replay, List<Read>> read = new LinkedHashMap<>();
        RecordReader reader = new RecordReader();
        for (Line line : lines) {
            try {
                RecordedDecision record = reader.read(line.record());
                read.computeIfAbsent(artefacts.get(record), any -> new ArrayList<>())
                        .add(new Read(line.number(), record));
            } catch (IllegalArgumentException e) {
                failures.put(
                        line.number(),
                        new ReplaySummary.Failure(line.number(), id(line.record()), String.valueOf(e.getMessage())));
            }
        }
        read.forEach((replay, records) -> replay(replay, records, failures));
        return new Found(
                lines.size(),
                lines.size() - failures.size(),
                failures.isEmpty() ? null : failures.get(failures.firstKey()));
    }

    /** A record and the number of its line. */
    private record Read(long line, RecordedDecision record) {}

    private static void replay(Replay replay, List<Read> records, Map<Long, ReplaySummary.Failure> failures) {
        List<Replay.Outcome> outcomes =
                replay.replayAll(records.stream().map(Read::record).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            long line = records.get(i).line;
            ReplaySummary.Failure failure = findFailure(line, outcomes.get(i));
            if (failure != null) {
                failures.put(line, failure);
            }
        }
    }

    private static ReplaySummary.@Nullable Failure findFailure(long line, Replay.Outcome outcome) {
        if (outcome instanceof Replay.Outcome.Different different) {
            return new ReplaySummary.Failure(
                    line,
                    different.id(),
                    "it differs in " + FirstDifference.of(different.recorded(), different.replayed()));
        } else if (outcome instanceof Replay.Outcome.WrongArtefact wrong) {
            return new ReplaySummary.Failure(
                    line,
                    wrong.id(),
                    "it followed %s %s, kept is %s".formatted(wrong.artefact(), wrong.wanted(), wrong.given()));
        } else if (outcome instanceof Replay.Outcome.Unreadable unreadable) {
            return new ReplaySummary.Failure(line, unreadable.id(), unreadable.why());
        }
        return null;
    }

    private static String id(String record) {
        int start = record.indexOf("\"id\":\"") + 6;
        int end = record.indexOf('"', start);
        return start < 6 || end < 0 ? "" : record.substring(start, end);
    }
}
