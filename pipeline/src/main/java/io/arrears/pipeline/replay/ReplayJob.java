package io.arrears.pipeline.replay;

import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.RecordedDecision;
import io.arrears.model.assessment.Replay;
import io.arrears.model.mart.Home;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private static final int BATCH = 64;

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
        DecisionLog.readAll(home.decisions(), this::take);
        submit();
        while (!pending.isEmpty()) {
            settle();
        }
        return new ReplaySummary(read, found.replayed(), found.same(), found.first());
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
        Found all = new Found(0, 0, null);
        for (Line line : lines) {
            ReplaySummary.Failure failure = findFailure(line);
            all = all.plus(new Found(1, failure == null ? 1 : 0, failure));
        }
        return all;
    }

    private ReplaySummary.@Nullable Failure findFailure(Line line) {
        Replay.Outcome outcome;
        try {
            RecordedDecision record = RecordedDecision.read(line.record());
            outcome = artefacts.get(record).replay(record);
        } catch (IllegalArgumentException e) {
            return new ReplaySummary.Failure(line.number(), id(line.record()), String.valueOf(e.getMessage()));
        }
        if (outcome instanceof Replay.Outcome.Different different) {
            return new ReplaySummary.Failure(
                    line.number(),
                    different.id(),
                    "it differs in " + FirstDifference.of(different.recorded(), different.replayed()));
        } else if (outcome instanceof Replay.Outcome.WrongArtefact wrong) {
            return new ReplaySummary.Failure(
                    line.number(),
                    wrong.id(),
                    "it followed %s %s, kept is %s".formatted(wrong.artefact(), wrong.wanted(), wrong.given()));
        }
        return null;
    }

    private static String id(String record) {
        int start = record.indexOf("\"id\":\"") + 6;
        int end = record.indexOf('"', start);
        return start < 6 || end < 0 ? "" : record.substring(start, end);
    }
}
