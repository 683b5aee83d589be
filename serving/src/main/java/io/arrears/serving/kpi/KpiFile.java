package io.arrears.serving.kpi;

import io.arrears.model.account.Coded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a KPI's file: a header of comment lines {@code -- key: value}, where an indented line goes on from the one
 * before, then the SQL. The SQL goes on from {@code scope.sql}, whose relations it may use.
 */
final class KpiFile {
    private static final Set<String> KEYS =
            Set.of("title", "definition", "unit", "period", "better", "definition_version", "slices", "null when");
    private static final Set<String> SLICES = Set.of("receivable_type", "segment");

    private final String name;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();

    private KpiFile(String name) {
        this.name = name;
    }

    /**
     * Parses one file.
     *
     * @param scope the text of scope.sql
     * @throws IllegalArgumentException naming the file, the key and what it may hold
     */
    static Kpi parse(String name, String text, String scope) {
        KpiFile file = new KpiFile(name);
        file.split(text);
        return file.toKpi(scope);
    }

    private void split(String text) {
        String key = "";
        for (String line : text.split("\n", -1)) {
            if (!line.startsWith("--") || !body.isEmpty()) {
                body.append(line).append('\n');
            } else if (line.startsWith("--   ") && header.containsKey(key)) {
                header.merge(key, line.substring(5), (start, rest) -> start + " " + rest);
            } else {
                key = readKey(line.substring(2).strip());
            }
        }
    }

    private String readKey(String line) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(0, colon);
        if (colon < 0 || !KEYS.contains(key)) {
            throw error("has a header line '%s': start it with one of %s, or with three spaces to go on"
                    .formatted(line, KEYS.stream().sorted().toList()));
        }
        if (header.put(key, line.substring(colon + 2).strip()) != null) {
            throw error("states '%s' twice: keep one".formatted(key));
        }
        return key;
    }

    private Kpi toKpi(String scope) {
        return new Kpi(
                name,
                get("title"),
                get("definition"),
                code(KpiUnit.class, "unit"),
                code(KpiPeriod.class, "period"),
                code(Better.class, "better"),
                version(),
                slices(),
                header.getOrDefault("null when", "there is nothing in this slice"),
                compose(scope));
    }

    private String get(String key) {
        String value = header.get(key);
        if (value == null) {
            throw error("lacks '-- %s: …' in its header".formatted(key));
        }
        return value;
    }

    private <E extends Enum<E> & Coded> E code(Class<E> type, String key) {
        String value = get(key);
        return Coded.find(type, value)
                .orElseThrow(() -> error("has %s '%s': use one of %s".formatted(key, value, Coded.codes(type))));
    }

    private int version() {
        String value = get("definition_version");
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw error("has definition_version '%s': use a whole number from 1".formatted(value));
        }
        return Integer.parseInt(value);
    }

    private List<String> slices() {
        String value = get("slices");
        if (value.equals("none")) {
            return List.of();
        }
        List<String> slices = new ArrayList<>();
        for (String slice : value.split(", ")) {
            if (!SLICES.contains(slice)) {
                throw error("has slice '%s': use receivable_type, segment or none".formatted(slice));
            }
            slices.add(slice);
        }
        return slices;
    }

    /** The whole statement: the shared relations, then the KPI's own, then its SELECT. */
    private String compose(String scope) {
        String own = body.toString().strip();
        if (own.isEmpty() || own.endsWith(";")) {
            throw error("must hold one SELECT without a semicolon after its header");
        }
        String joined = own.startsWith("WITH ") ? ",\n" + own.substring("WITH ".length()) : "\n" + own;
        return "WITH " + withoutComments(scope).strip() + joined;
    }

    /** DuckDB knows comments, but {@code $name} in one would be taken for a parameter. */
    static String withoutComments(String sql) {
        return sql.lines()
                .filter(line -> !line.stripLeading().startsWith("--"))
                .reduce("", (all, line) -> all + line + "\n")
                .replaceAll("\\$(currency|receivable_type|segment)\\b", "?");
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException("kpi/%s.sql %s".formatted(name, what));
    }
}
