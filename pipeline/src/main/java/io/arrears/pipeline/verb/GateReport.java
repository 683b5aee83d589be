package io.arrears.pipeline.verb;

import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.GateVerdict;

/** What the gate said of a candidate: a line per question. */
final class GateReport {
    private GateReport() {}

    static Result of(GateVerdict verdict) {
        Result result = new Result()
                .line(
                        "The gate on %s, against %s:",
                        verdict.candidate(), verdict.champion().isEmpty() ? "no champion" : verdict.champion())
                .field("gate", verdict)
                .field("gate_passed", verdict.passed())
                .field("gate_reasons", verdict.reasons());
        for (GateCheck check : verdict.checks()) {
            result.line("  %-8s %-11s %s", check.passed() ? "passed" : "REFUSED", check.name(), check.finding());
        }
        return result;
    }
}
