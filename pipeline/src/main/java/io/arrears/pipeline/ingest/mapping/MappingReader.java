package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.account.FactTable;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Problems;
import io.arrears.pipeline.ingest.mapping.MappedTable.OnePer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the YAML of a mapping, collecting everything that is wrong. */
final class MappingReader {
    private static final int MAX_PARTS = 200;
    private static final Set<String> ENCODINGS = new LinkedHashSet<>(List.of("UTF-8", "ISO-8859-1", "windows-1252"));
    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

    private MappingReader() {}

    static Mapping read(String file, String yaml, String digest) {
        Problems problems = new Problems();
        PolicyNode root = PolicyNode.parse(yaml, problems);
        root.allow("mapping", "about", "sources", "tables");
        Map<String, MappedSource> sources = new LinkedHashMap<>();
        root.find("sources")
                .ifPresentOrElse(
                        node -> node.entries().forEach((name, source) -> sources.put(name, source(name, source))),
                        () -> problems.add(
                                "sources", "missing", "it is required", "name each file: {loans: {file: loans.csv}}"));
        List<MappedTable> tables = new ArrayList<>();
        for (PolicyNode node : root.list("tables")) {
            table(node, sources).ifPresent(tables::add);
        }
        if (tables.isEmpty()) {
            problems.add("tables", "missing", "at least one is required", "say which table each source feeds");
        }
        Mapping mapping = new Mapping(root.text("mapping"), sources, tables, digest);
        problems.throwIfAny(file);
        return mapping;
    }

    private static MappedSource source(String name, PolicyNode node) {
        node.allow("file", "separator", "quote", "encoding", "key", "missing");
        Set<String> missing = new LinkedHashSet<>();
        node.list("missing").forEach(text -> missing.add(text.text()));
        return new MappedSource(
                name,
                node.text("file"),
                separator(node),
                quote(node),
                encoding(node),
                node.find("key").map(PolicyNode::text).orElse(null),
                missing);
    }

    private static char separator(PolicyNode source) {
        String text = source.text("separator", "comma");
        Character named = SEPARATORS.get(text);
        if (named == null && text.length() != 1) {
            source.find("separator")
                    .ifPresent(node -> node.reject(
                            "one character, comma, semicolon, tab or pipe is expected", "write separator: semicolon"));
        }
        return named == null ? text.charAt(0) : named;
    }

    private static char quote(PolicyNode source) {
        String text = source.text("quote", "\"");
        if (text.length() != 1) {
            source.find("quote").ifPresent(node -> node.reject("one character is expected", "leave it out for \""));
        }
        return text.charAt(0);
    }

    private static String encoding(PolicyNode source) {
        String name = source.text("encoding", "UTF-8");
        if (!ENCODINGS.contains(name)) {
            source.find("encoding")
                    .ifPresent(node -> node.reject(
                            "readable are " + String.join(", ", ENCODINGS), "convert the file, or choose one of them"));
            return Charset.defaultCharset().name();
        }
        return name;
    }

    private static Optional<MappedTable> table(PolicyNode node, Map<String, MappedSource> sources) {
        node.allow("table", "from", "let", "repeat", "where", "one_per", "smallest", "columns");
        node.text("table");
        Optional<FactTable> table = node.find("table").flatMap(name -> name.code(FactTable.class));
        String from = node.text("from");
        if (!from.isEmpty() && !sources.containsKey(from)) {
            node.find("from")
                    .ifPresent(name -> name.reject(
                            "sources are " + String.join(", ", sources.keySet()),
                            "name one of them, or add it to sources"));
        }
        Map<String, MappedValue> columns = values(node, "columns");
        if (columns.isEmpty()) {
            node.reject("columns are required", "say which canonical column is made of what");
        }
        List<Condition> where = new ArrayList<>();
        node.list("where").forEach(test -> ConditionReader.read(test).ifPresent(where::add));
        MappedTable read = new MappedTable(
                table.orElse(FactTable.ACCOUNTS),
                from,
                values(node, "let"),
                repeat(node),
                where,
                onePer(node),
                columns);
        checkLookUps(node, read, sources);
        return table.isPresent() ? Optional.of(read) : Optional.empty();
    }

    private static Map<String, MappedValue> values(PolicyNode parent, String key) {
        Map<String, MappedValue> values = new LinkedHashMap<>();
        parent.find(key)
                .ifPresent(node -> node.entries().forEach((name, value) -> values.put(name, ValueReader.read(value))));
        return values;
    }

    private static List<Map<String, MappedValue>> repeat(PolicyNode table) {
        List<Map<String, MappedValue>> parts = new ArrayList<>();
        for (PolicyNode part : table.list("repeat")) {
            Map<String, MappedValue> values = new LinkedHashMap<>();
            part.entries().forEach((name, value) -> values.put(name, ValueReader.read(value)));
            parts.add(values);
        }
        if (parts.size() > MAX_PARTS) {
            table.reject("a record makes at most %d rows".formatted(MAX_PARTS), "split repeat over several tables");
        }
        return parts.isEmpty() ? List.of(Map.of()) : parts;
    }

    private static @Nullable OnePer onePer(PolicyNode table) {
        Optional<PolicyNode> key = table.find("one_per");
        Optional<PolicyNode> order = table.find("smallest");
        if (key.isPresent() != order.isPresent()) {
            table.reject("one_per and smallest go together", "say which of the rows with the same key is kept");
        }
        return key.isPresent() && order.isPresent()
                ? new OnePer(ValueReader.read(key.get()), ValueReader.read(order.get()))
                : null;
    }

    private static void checkLookUps(PolicyNode node, MappedTable table, Map<String, MappedSource> sources) {
        for (String name : table.lookedUp()) {
            MappedSource source = sources.get(name);
            if (source == null || source.key() == null) {
                node.problems().add(node.path(), name, "a lookup needs a source with a key", "add key: to that source");
            }
        }
    }

    /** Whether a node is a mapping with one of these keys. */
    static boolean hasAny(PolicyNode node, List<String> keys) {
        return keys.stream().anyMatch(key -> node.find(key).isPresent());
    }
}
