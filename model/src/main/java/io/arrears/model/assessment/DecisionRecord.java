package io.arrears.model.assessment;

import io.arrears.model.decision.Decision;
import io.arrears.model.policy.Digest;

/**
 * The record of one decision: every input and the answer.
 *
 * @param id names the inputs: the first 24 hex digits of their SHA-256
 * @param json canonical, on one line
 */
public record DecisionRecord(String id, String json) {
    public static DecisionRecord of(DecisionInputs inputs, Decision decision) {
        return of(inputs, decision, new RecordWriter());
    }

    static DecisionRecord of(DecisionInputs inputs, Decision decision, RecordWriter writer) {
        String given = writer.inputs(inputs);
        String id = Digest.of(given).substring(0, 24);
        return new DecisionRecord(
                id, "{\"id\":\"" + id + "\",\"inputs\":" + given + ",\"answer\":" + writer.answer(decision) + "}");
    }
}
