package io.arrears.pipeline.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The obvious reader of a CSV file, against which the product's is held: everything in memory, a record tried again
 * from scratch for every line it might span. Knows ingest.md and RFC 4180, none of the product's classes.
 */
final class ContractCsv {
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_FIELD = 1 << 16;
    private static final int MAX_LINES = 1000;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A record and the line it starts on; a fault instead of fields when it is none. */
    record Record(int line, List<String> fields, @Nullable String fault) {}

    private record Line(String text, @Nullable String fault) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Record> records = new ArrayList<>();
    private int width = -1;

    private ContractCsv(byte[] content) {
        int from = 0;
        while (from < content.length) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            lines.add(line(Arrays.copyOfRange(content, from, to), from == 0));
            from = to + 1;
        }
    }

    /** The header first. */
    static List<Record> read(byte[] content) {
        ContractCsv csv = new ContractCsv(content);
        int at = 0;
        while (at < csv.lines.size()) {
            at += csv.take(at);
        }
        return csv.records;
    }

    private static Line line(byte[] all, boolean first) {
        boolean bom = first && all.length >= BOM.length && Arrays.equals(all, 0, BOM.length, BOM, 0, BOM.length);
        byte[] bytes = bom ? Arrays.copyOfRange(all, BOM.length, all.length) : all;
        if (bytes.length > 0 && bytes[bytes.length - 1] == '\r') {
            bytes = Arrays.copyOf(bytes, bytes.length - 1);
        }
        if (all.length > MAX_LINE) {
            return new Line("", "overlong_field");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Line(text, text.contains("\0") ? "nul_character" : null);
        } catch (CharacterCodingException e) {
            return new Line("", "bad_encoding");
        }
    }

    /** Takes the record that starts on line {@code at}; answers how many lines it takes. */
    private int take(int at) {
        Line first = lines.get(at);
        if (first.fault() != null) {
            records.add(new Record(at + 1, List.of(), first.fault()));
            return 1;
        }
        if (first.text().isEmpty()) {
            return 1;
        }
        StringBuilder text = new StringBuilder(first.text());
        for (int end = at + 1; ; end++) {
            if (isComplete(text.toString())) {
                return add(at, end - at, fields(text.toString()));
            }
            boolean goesOn = end < lines.size() && end - at < MAX_LINES && text.length() <= MAX_LINE;
            if (!goesOn || lines.get(end).fault() != null) {
                records.add(new Record(at + 1, List.of(), "unterminated_quote"));
                return 1;
            }
            text.append('\n').append(lines.get(end).text());
        }
    }

    private int add(int at, int spanned, @Nullable List<String> fields) {
        boolean fits = fields != null && (spanned == 1 || width < 0 || fields.size() == width);
        if (fields == null || !fits) {
            records.add(new Record(at + 1, List.of(), spanned == 1 ? "unreadable_row" : "unterminated_quote"));
            return 1;
        }
        boolean overlong = fields.stream().anyMatch(field -> field.length() > MAX_FIELD);
        if (!overlong && width < 0) {
            width = fields.size();
        }
        records.add(new Record(at + 1, fields, overlong ? "overlong_field" : null));
        return spanned;
    }

    /** Whether no quoted field is open at the end of the text. */
    private static boolean isComplete(String text) {
        boolean quoted = false;
        boolean fieldStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                i++;
            } else if (quoted) {
                quoted = c != '"';
            } else {
                quoted = fieldStart && c == '"';
                fieldStart = c == ',';
            }
        }
        return !quoted;
    }

    /** The fields of a complete record, null when it is none of RFC 4180. */
    private static @Nullable List<String> fields(String text) {
        if (!text.contains("\"")) {
            return List.of(text.split(",", -1));
        }
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            StringBuilder field = new StringBuilder();
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            at = quoted ? quotedField(text, at + 1, field) : plainField(text, at, field);
            if (at < text.length() && text.charAt(at) != ',') {
                return null;
            }
            fields.add(field.toString());
            at++;
        }
        return fields;
    }

    private static int quotedField(String text, int from, StringBuilder field) {
        int at = from;
        while (text.charAt(at) != '"' || (at + 1 < text.length() && text.charAt(at + 1) == '"')) {
            at += text.charAt(at) == '"' ? 1 : 0;
            field.append(text.charAt(at++));
        }
        return at + 1;
    }

    /** Ends at a separator, or at a carriage return, which no record with quotes may hold outside them. */
    private static int plainField(String text, int from, StringBuilder field) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\r') {
            field.append(text.charAt(at++));
        }
        return at;
    }
}
