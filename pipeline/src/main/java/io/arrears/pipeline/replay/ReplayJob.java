package io.arrears.pipeline.replay;

import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.Replay;
import io.arrears.model.mart.Home;
import org.jspecify.annotations.Nullable;

/** Replays the records of a home in order, verifying their chain on the way. */
public final class ReplayJob {
    private final RecordedArtefacts artefacts;
    private final @Nullable String wantedId;
    private long read;
    private long replayed;
    private long same;
    private ReplaySummary.@Nullable Failure first;

    private ReplayJob(Home home, @Nullable String wantedId) {
        this.artefacts = new RecordedArtefacts(home);
        this.wantedId = wantedId;
    }

    /**
     * Replays all records, or one.
     *
     * @param wantedId of the one; absent = all
     * @throws IllegalStateException when the chain is broken
     */
    public static ReplaySummary run(Home home, @Nullable String wantedId) {
        ReplayJob job = new ReplayJob(home, wantedId);
        DecisionLog.readAll(home.decisions(), job::visit);
        return new ReplaySummary(job.read, job.replayed, job.same, job.first);
    }

    private void visit(String record) {
        read++;
        if (wantedId != null && !record.startsWith("{\"id\":\"" + wantedId + "\"")) {
            return;
        }
        replayed++;
        ReplaySummary.Failure failure = findFailure(record);
        if (failure == null) {
            same++;
        } else if (first == null) {
            first = failure;
        }
    }

    private ReplaySummary.@Nullable Failure findFailure(String record) {
        Replay.Outcome outcome;
        try {
            outcome = artefacts.get(record).replay(record);
        } catch (IllegalArgumentException e) {
            return new ReplaySummary.Failure(read, id(record), String.valueOf(e.getMessage()));
        }
        if (outcome instanceof Replay.Outcome.Different different) {
            return new ReplaySummary.Failure(
                    read,
                    different.id(),
                    "it differs in " + FirstDifference.of(different.recorded(), different.replayed()));
        } else if (outcome instanceof Replay.Outcome.WrongArtefact wrong) {
            return new ReplaySummary.Failure(
                    read,
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
