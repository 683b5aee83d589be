package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.policy.PolicyNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one value of a mapping: a text, or a mapping that says where it comes from and what is done to it. */
final class ValueReader {
    private static final List<String> BASES = List.of("value", "lookup", "add", "subtract");
    static final String[] KEYS = {
        "value",
        "lookup",
        "at",
        "take",
        "add",
        "subtract",
        "codes",
        "otherwise",
        "as",
        "pattern",
        "zone",
        "decimal_mark",
        "plus_days",
        "plus_months",
        "month_end",
        "part",
        "of",
        "decimals",
        "default"
    };

    private static final int MOST_DECIMALS = 6;

    private ValueReader() {}

    static MappedValue read(PolicyNode node) {
        if (!MappingReader.hasAny(node, BASES)) {
            return new MappedValue(new Base.Text(Template.parse(node.text())), List.of(), null);
        }
        node.allow(KEYS);
        return readMapping(node);
    }

    /** Reads a mapping whose keys have been checked. */
    static MappedValue readMapping(PolicyNode node) {
        List<Step> steps = new ArrayList<>();
        node.find("codes").ifPresent(codes -> steps.add(codes(node, codes)));
        node.find("as").ifPresent(as -> steps.add(reading(node, as)));
        if (MappingReader.hasAny(node, List.of("plus_days", "plus_months", "month_end"))) {
            steps.add(new Step.Shift(
                    template(node, "plus_days"), template(node, "plus_months"), node.flag("month_end", false)));
        }
        if (MappingReader.hasAny(node, List.of("part", "of"))) {
            steps.add(new Step.Share(
                    Template.parse(node.text("part")),
                    Template.parse(node.text("of")),
                    node.count("decimals", 0, MOST_DECIMALS, 2)));
        }
        return new MappedValue(base(node), steps, template(node, "default"));
    }

    private static Base base(PolicyNode node) {
        if (node.find("lookup").isPresent()) {
            return new Base.LookUp(node.text("lookup"), Template.parse(node.text("at")), node.text("take"));
        }
        if (MappingReader.hasAny(node, List.of("add", "subtract"))) {
            return new Base.Sum(templates(node, "add"), templates(node, "subtract"));
        }
        return new Base.Text(Template.parse(node.text("value")));
    }

    private static @Nullable Template template(PolicyNode node, String key) {
        return node.find(key).map(PolicyNode::text).map(Template::parse).orElse(null);
    }

    private static List<Template> templates(PolicyNode node, String key) {
        return node.list(key).stream()
                .map(PolicyNode::text)
                .map(Template::parse)
                .toList();
    }

    private static Step codes(PolicyNode node, PolicyNode codes) {
        Map<String, String> words = new LinkedHashMap<>();
        codes.entries().forEach((code, word) -> words.put(code, word.text()));
        return new Step.Codes(
                words, node.find("otherwise").map(PolicyNode::text).orElse(null));
    }

    private static Step reading(PolicyNode node, PolicyNode as) {
        Reading.As kind = as.code(Reading.As.class).orElse(Reading.As.DATE);
        String pattern = node.find("pattern").map(PolicyNode::text).orElse(null);
        if (pattern != null) {
            checkPattern(node, pattern);
        }
        String mark = node.text("decimal_mark", ".");
        if (!mark.equals(".") && !mark.equals(",")) {
            node.find("decimal_mark").ifPresent(at -> at.reject("allowed are . and ,", "write decimal_mark: \",\""));
        }
        return new Reading(kind, pattern, zone(node.find("zone")), mark.charAt(0));
    }

    private static void checkPattern(PolicyNode node, String pattern) {
        try {
            Reading.strict(pattern);
        } catch (IllegalArgumentException e) {
            node.find("pattern")
                    .ifPresent(at -> at.reject(
                            "a date pattern of Java's DateTimeFormatter is expected", "write e.g. dd.MM.yyyy"));
        }
    }

    private static @Nullable ZoneId zone(Optional<PolicyNode> node) {
        if (node.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(node.get().text());
        } catch (DateTimeException e) {
            node.get().reject("an IANA time zone is expected", "write e.g. Africa/Lagos");
            return null;
        }
    }
}
