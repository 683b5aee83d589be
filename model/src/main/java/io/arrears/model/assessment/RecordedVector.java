package io.arrears.model.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.Days;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What a decision record says of the vector its answer came from.
 *
 * @param id of the decision
 * @param asOfMicros the instant of knowledge
 * @param schemaFingerprint of the vector's features
 * @param values one per feature, NaN where missing; the array is the record's own. A record doesn't tell −0 from 0
 */
public record RecordedVector(
        String id, String accountId, long asOfMicros, String modelId, String schemaFingerprint, float[] values) {
    /**
     * @param record as {@link DecisionRecord#json} wrote it
     * @throws IllegalArgumentException when it is no decision record
     */
    public static RecordedVector read(String record) {
        JsonNode root = RecordJson.parse(record);
        JsonNode inputs = root.path("inputs");
        JsonNode provenance = inputs.path("provenance");
        JsonNode vector = inputs.path("vector");
        if (!root.path("id").isTextual() || !provenance.isObject() || !vector.isArray()) {
            throw new IllegalArgumentException("a decision record lacks its id, provenance or vector: verify the file");
        }
        try {
            return new RecordedVector(
                    root.get("id").asText(),
                    inputs.path("account_id").asText(),
                    Days.micros(Instant.parse(inputs.path("as_of").asText())),
                    provenance.path("modelId").asText(),
                    provenance.path("schemaFingerprint").asText(),
                    RecordJson.floats(vector));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a decision record's as_of is no instant: verify the file", e);
        }
    }
}
