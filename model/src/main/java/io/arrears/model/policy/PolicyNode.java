package io.arrears.model.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.arrears.model.account.Coded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a policy file, with its path. Readers never throw: what is missing, of the wrong type or out of bounds is
 * added to the problems and the given default is answered, so that one pass finds everything that is wrong.
 */
public final class PolicyNode {
    private static final ObjectMapper YAML = new ObjectMapper(
                    new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonNode node;
    private final String path;
    private final Problems problems;

    private PolicyNode(JsonNode node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /** The root of a file; an empty one, with a problem, when it is no YAML mapping. */
    public static PolicyNode parse(String yaml, Problems problems) {
        JsonNode empty = JsonNodeFactory.instance.objectNode();
        try {
            JsonNode root = YAML.readTree(yaml);
            if (root != null && root.isObject()) {
                return new PolicyNode(root, "", problems);
            }
            problems.add("the file", "no mapping", "a policy file is a YAML mapping", "start with key: value lines");
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? "the file"
                    : "line %d, column %d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            problems.add(
                    where,
                    "no valid YAML",
                    e.getOriginalMessage().lines().findFirst().orElse("unreadable"),
                    "check indentation, brackets and repeated keys there");
        }
        return new PolicyNode(empty, "", problems);
    }

    public String path() {
        return path;
    }

    public Problems problems() {
        return problems;
    }

    /** Adds a problem with this value. */
    public void reject(String limit, String fix) {
        problems.add(path.isEmpty() ? "the file" : path, node.toString(), limit, fix);
    }

    /** Adds a problem for every key that isn't one of {@code keys}. */
    public void allow(String... keys) {
        if (!node.isObject()) {
            reject("a mapping is expected", "write {" + String.join(": …, ", keys) + ": …}");
            return;
        }
        List<String> known = Arrays.asList(keys);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problems.add(at(name), "an unknown key", "known are " + String.join(", ", known), fix(name, known));
            }
        });
    }

    private static String fix(String name, List<String> known) {
        return Nearest.to(name, known).map(near -> "did you mean " + near + "?").orElse("remove it");
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public Optional<PolicyNode> find(String key) {
        JsonNode child = node.get(key);
        return child == null || child.isNull()
                ? Optional.empty()
                : Optional.of(new PolicyNode(child, at(key), problems));
    }

    /** The elements of a list; none when absent. */
    public List<PolicyNode> list(String key) {
        JsonNode child = node.get(key);
        List<PolicyNode> elements = new ArrayList<>();
        if (child == null || child.isNull()) {
            return elements;
        }
        if (!child.isArray()) {
            problems.add(at(key), child.toString(), "a list is expected", "write [" + child + "]");
            return elements;
        }
        for (int i = 0; i < child.size(); i++) {
            elements.add(new PolicyNode(child.get(i), at(key) + "[" + i + "]", problems));
        }
        return elements;
    }

    /** The entries of this mapping, in order. */
    public Map<String, PolicyNode> entries() {
        Map<String, PolicyNode> entries = new LinkedHashMap<>();
        if (!node.isObject()) {
            reject("a mapping is expected", "write {name: value}");
            return entries;
        }
        node.properties()
                .forEach(entry ->
                        entries.put(entry.getKey(), new PolicyNode(entry.getValue(), at(entry.getKey()), problems)));
        return entries;
    }

    public boolean isNumber() {
        return node.isNumber();
    }

    public boolean isText() {
        return node.isTextual();
    }

    public boolean isList() {
        return node.isArray();
    }

    /** This value as text; "" with a problem when it is a list, a mapping or blank. */
    public String text() {
        if (!node.isValueNode() || node.asText().isBlank()) {
            reject("text is expected", "write one word or a quoted text");
            return "";
        }
        return node.asText().strip();
    }

    /** Required text; "" with a problem when absent. */
    public String text(String key) {
        return find(key).map(PolicyNode::text).orElseGet(() -> {
            problems.add(at(key), "missing", "it is required", "add " + key + ": …");
            return "";
        });
    }

    public String text(String key, String otherwise) {
        return find(key).map(PolicyNode::text).orElse(otherwise);
    }

    /** This value as an exact decimal; the low end of the range, with a problem, when it is none or out of bounds. */
    public BigDecimal decimal(Range range) {
        if (!node.isNumber() || !range.contains(node.doubleValue())) {
            reject(range.toString(), node.isNumber() ? "choose one within" : "write a plain number");
            return BigDecimal.valueOf(range.low());
        }
        return new BigDecimal(node.asText());
    }

    public double number(Range range) {
        return decimal(range).doubleValue();
    }

    public double number(String key, Range range, double otherwise) {
        return find(key).map(child -> child.number(range)).orElse(otherwise);
    }

    /** A whole number. */
    public int count(String key, int low, int high, int otherwise) {
        PolicyNode child = find(key).orElse(null);
        if (child == null) {
            return otherwise;
        }
        if (!child.node.isInt() || child.node.intValue() < low || child.node.intValue() > high) {
            child.reject("allowed are whole numbers from %d to %d".formatted(low, high), "write e.g. " + otherwise);
            return otherwise;
        }
        return child.node.intValue();
    }

    public boolean flag(String key, boolean otherwise) {
        PolicyNode child = find(key).orElse(null);
        if (child == null) {
            return otherwise;
        }
        if (!child.node.isBoolean()) {
            child.reject("allowed are true and false", "write " + otherwise);
            return otherwise;
        }
        return child.node.booleanValue();
    }

    /** This value as one of a closed choice. */
    public <E extends Enum<E> & Coded> Optional<E> code(Class<E> type) {
        Optional<E> code = Coded.find(type, node.asText());
        if (code.isEmpty()) {
            List<String> codes =
                    Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
            reject("allowed are " + String.join(", ", codes), fix(node.asText(), codes));
        }
        return code;
    }

    public <E extends Enum<E> & Coded> E code(String key, Class<E> type, E otherwise) {
        return find(key).flatMap(child -> child.code(type)).orElse(otherwise);
    }

    /** The codes of a list; those that aren't known are problems. */
    public <E extends Enum<E> & Coded> List<E> codes(String key, Class<E> type) {
        return list(key).stream().flatMap(child -> child.code(type).stream()).toList();
    }

    public @Nullable LocalDate findDate(String key) {
        PolicyNode child = find(key).orElse(null);
        if (child == null) {
            return null;
        }
        try {
            return LocalDate.parse(child.node.asText());
        } catch (DateTimeParseException e) {
            child.reject("a date is expected", "write it like 2026-03-31");
            return null;
        }
    }
}
