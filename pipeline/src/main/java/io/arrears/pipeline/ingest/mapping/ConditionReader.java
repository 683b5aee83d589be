package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.account.Coded;
import io.arrears.model.policy.PolicyNode;
import io.arrears.pipeline.ingest.mapping.Condition.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads one test of {@code where}: a value and exactly one thing it must be. */
final class ConditionReader {
    private static final List<String> TESTS = List.of("is", "not", "blank", "above", "at_least", "below", "at_most");

    private ConditionReader() {}

    static Optional<Condition> read(PolicyNode node) {
        List<String> keys = new ArrayList<>(Arrays.asList(ValueReader.KEYS));
        keys.addAll(TESTS);
        node.allow(keys.toArray(String[]::new));
        List<String> tests =
                TESTS.stream().filter(key -> node.find(key).isPresent()).toList();
        if (tests.size() != 1) {
            node.reject(
                    "one test is expected: " + String.join(", ", TESTS),
                    "write e.g. {value: \"{status}\", is: [open]}");
            return Optional.empty();
        }
        MappedValue value = ValueReader.readMapping(node);
        String test = tests.get(0);
        return Optional.of(
                switch (test) {
                    case "is" -> new Condition.OneOf(value, texts(node, test), true);
                    case "not" -> new Condition.OneOf(value, texts(node, test), false);
                    case "blank" -> new Condition.Blank(value, node.flag(test, true));
                    default ->
                        new Condition.Compared(
                                value, Coded.get(Comparison.class, test), Template.parse(node.text(test)));
                });
    }

    private static List<Template> texts(PolicyNode node, String key) {
        return node.list(key).stream()
                .map(PolicyNode::text)
                .map(Template::parse)
                .toList();
    }
}
