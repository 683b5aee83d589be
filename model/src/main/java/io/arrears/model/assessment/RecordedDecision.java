package io.arrears.model.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A decision record, read: what it says, and its bytes. */
public final class RecordedDecision {
    private static final List<String> FIELDS = List.of(
            "account_id", "as_of", "vector", "situation", "context", "verdicts", "prices_minor", "draws", "planned");

    private final String json;
    private final String id;
    private final JsonNode inputs;
    private final Provenance provenance;

    private RecordedDecision(String json, String id, JsonNode inputs, Provenance provenance) {
        this.json = json;
        this.id = id;
        this.inputs = inputs;
        this.provenance = provenance;
    }

    /**
     * @param record as {@link DecisionRecord#json} wrote it
     * @throws IllegalArgumentException when it is no decision record
     */
    public static RecordedDecision read(String record) {
        JsonNode root = RecordJson.parse(record);
        JsonNode inputs = root.path("inputs");
        if (!inputs.isObject()
                || !inputs.path("provenance").isObject()
                || !root.path("id").isTextual()) {
            throw new IllegalArgumentException("a decision record lacks its id, inputs or provenance: verify the file");
        }
        for (String field : FIELDS) {
            if (!inputs.has(field)) {
                throw new IllegalArgumentException(
                        "a decision record lacks %s of its inputs: verify the file".formatted(field));
            }
        }
        Provenance provenance = RecordJson.convert(inputs.get("provenance"), Provenance.class);
        return new RecordedDecision(record, root.get("id").asText(), inputs, provenance);
    }

    public String json() {
        return json;
    }

    public String id() {
        return id;
    }

    /** Which artefacts it followed. */
    public Provenance provenance() {
        return provenance;
    }

    JsonNode inputs() {
        return inputs;
    }
}
