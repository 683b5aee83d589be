package io.arrears.model.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrears.model.account.Coded;
import io.arrears.model.contact.Severity;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Canonical JSON of records: fixed order of keys, no spaces, numbers in their shortest form on every JDK, null for what
 * is missing.
 */
final class RecordJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RecordJson() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision record can't be written", e);
        }
    }

    /**
     * @throws IllegalArgumentException when it is no JSON
     */
    static JsonNode parse(String record) {
        try {
            return MAPPER.readTree(record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a decision record is no JSON: verify the file", e);
        }
    }

    static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a decision record's %s can't be read: verify the file".formatted(type.getSimpleName()), e);
        }
    }

    static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, value);
        } else {
            node.putNull(key);
        }
    }

    static double number(JsonNode node) {
        return node.isNull() ? Double.NaN : node.doubleValue();
    }

    static ArrayNode vector(FeatureVector vector) {
        ArrayNode array = MAPPER.createArrayNode();
        for (float value : vector.toArray()) {
            if (Float.isNaN(value)) {
                array.addNull();
            } else {
                array.add(value);
            }
        }
        return array;
    }

    static FeatureVector vector(JsonNode array, FeatureSchema schema) {
        return FeatureVector.of(schema, floats(array));
    }

    static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).isNull() ? Float.NaN : array.get(i).floatValue();
        }
        return values;
    }

    static ObjectNode verdict(Verdict verdict) {
        ObjectNode node = object();
        if (verdict instanceof Verdict.Allowed allowed) {
            node.put("not_before", allowed.slot().notBefore().toString());
            node.put("not_after", allowed.slot().notAfter().toString());
        } else if (verdict instanceof Verdict.Blocked blocked) {
            node.put("rule", blocked.rule());
            node.put("citation", blocked.citation());
            if (blocked.severity() != Severity.BLOCK) { // records from before rules told it stay as they were
                node.put("severity", blocked.severity().code());
            }
            ArrayNode counted = node.putArray("counted");
            blocked.countedEvents().forEach(counted::add);
            Instant next = blocked.earliestNext();
            node.put("earliest_next", next == null ? null : next.toString());
        }
        return node;
    }

    static Verdict verdict(JsonNode node) {
        if (node.has("not_before")) {
            return new Verdict.Allowed(new Slot(
                    Instant.parse(node.get("not_before").asText()),
                    Instant.parse(node.get("not_after").asText())));
        }
        List<String> counted = new ArrayList<>();
        node.get("counted").forEach(id -> counted.add(id.asText()));
        JsonNode next = node.get("earliest_next");
        return new Verdict.Blocked(
                node.get("rule").asText(),
                node.get("citation").asText(),
                node.has("severity")
                        ? Coded.get(Severity.class, node.get("severity").asText())
                        : Severity.BLOCK,
                counted,
                next.isNull() ? null : Instant.parse(next.asText()));
    }
}
