package io.arrears.serving;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks answers against the schemas of the OpenAPI document: every field documented, every required one there. */
public final class SchemaCheck {
    private final JsonNode schemas;

    /** @param document the OpenAPI document */
    public SchemaCheck(JsonNode document) {
        this.schemas = document.path("components").path("schemas");
    }

    /** What doesn't fit; empty when all does. */
    public List<String> problems(String schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schemas.path(schema), value, schema, problems);
        return problems;
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> problems) {
        if (schema.isMissingNode()) {
            problems.add(path + " has no schema");
        } else if (schema.has("$ref")) {
            check(schemas.path(schema.get("$ref").asText().replaceAll(".*/", "")), value, path, problems);
        } else if (schema.has("anyOf")) {
            check(
                    value.isNull()
                            ? schema.get("anyOf").get(1)
                            : schema.get("anyOf").get(0),
                    value,
                    path,
                    problems);
        } else if (!types(schema).contains(typeOf(value)) && !types(schema).isEmpty()) {
            boolean wholeNumber =
                    typeOf(value).equals("integer") && types(schema).contains("number");
            if (!wholeNumber) {
                problems.add("%s is %s, not %s".formatted(path, typeOf(value), types(schema)));
            }
        } else if (value.isObject() && schema.has("properties")) {
            checkObject(schema, value, path, problems);
        } else if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(schema.get("items"), item, path + "[]", problems));
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String path, List<String> problems) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            check(
                    schema.path("properties").path(field.getKey()),
                    field.getValue(),
                    path + "." + field.getKey(),
                    problems);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add("%s lacks %s".formatted(path, name.asText()));
            }
        });
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        }
        return types;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case OBJECT -> "object";
            default -> "string";
        };
    }
}
