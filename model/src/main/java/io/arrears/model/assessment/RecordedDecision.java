package io.arrears.model.assessment;

import com.fasterxml.jackson.databind.JsonNode;

/** A decision record, read: what it says, and its bytes. */
public final class RecordedDecision {
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
