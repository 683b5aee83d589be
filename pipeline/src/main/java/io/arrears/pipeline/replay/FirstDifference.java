package io.arrears.pipeline.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names the first field in which two records part. Its values are not shown: they may be a person's. */
final class FirstDifference {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FirstDifference() {}

    static String of(String recorded, String replayed) {
        try {
            String path = find(JSON.readTree(recorded), JSON.readTree(replayed), "");
            return path == null ? "the way it is written" : path;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the record is no JSON", e);
        }
    }

    /** The id follows from the inputs, so it comes last. */
    private static @Nullable String find(@Nullable JsonNode left, @Nullable JsonNode right, String path) {
        if (left == null || right == null || !left.isContainerNode() || !right.isContainerNode()) {
            return left != null && left.equals(right) ? null : path;
        }
        if (left.isArray()) {
            return findInArray(left, right, path);
        }
        Set<String> names = new LinkedHashSet<>();
        left.fieldNames().forEachRemaining(names::add);
        right.fieldNames().forEachRemaining(names::add);
        if (names.remove("id")) {
            names.add("id");
        }
        for (String name : names) {
            String found = find(left.get(name), right.get(name), path + "/" + name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String findInArray(JsonNode left, JsonNode right, String path) {
        Iterator<JsonNode> others = right.elements();
        int at = 0;
        for (JsonNode one : left) {
            String found = find(one, others.hasNext() ? others.next() : null, path + "/" + at);
            if (found != null) {
                return found;
            }
            at++;
        }
        return others.hasNext() ? path + "/" + at : null;
    }
}
