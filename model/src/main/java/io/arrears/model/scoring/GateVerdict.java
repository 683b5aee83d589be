package io.arrears.model.scoring;

import java.time.Instant;
import java.util.List;

/**
 * Whether a model may replace the champion, as stored beside the models.
 *
 * @param champion the model it was held against; empty when none was in force
 * @param judgedAt from the clock of the caller
 */
public record GateVerdict(String candidate, String champion, Instant judgedAt, List<GateCheck> checks) {
    public GateVerdict {
        checks = List.copyOf(checks);
    }

    public boolean passed() {
        return checks.stream().allMatch(GateCheck::passed);
    }

    /** Why it may not; empty when it may. */
    public List<String> reasons() {
        return checks.stream()
                .filter(check -> !check.passed())
                .map(check -> check.name() + ": " + check.finding())
                .toList();
    }
}
