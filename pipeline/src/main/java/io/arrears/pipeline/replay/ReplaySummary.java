package io.arrears.pipeline.replay;

import io.arrears.model.assessment.DecisionLog;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param records read, all soundly chained
 * @param replayed of them made anew
 * @param same of those with the recorded bytes
 * @param first the first that has others; absent when there is none
 * @param end where the records end
 */
public record ReplaySummary(
        long records, long replayed, long same, @Nullable Failure first, DecisionLog.End end) {
    /**
     * A decision that does not replay.
     *
     * @param line of the record, counted from 1
     */
    public record Failure(long line, String id, String reason) {}

    public boolean isWhole() {
        return same == replayed;
    }
}
