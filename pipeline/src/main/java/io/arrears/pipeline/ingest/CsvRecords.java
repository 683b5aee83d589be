package io.arrears.pipeline.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import io.arrears.pipeline.ingest.ByteLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delimited file, with the line each starts on. A record without quotes is cut at the separators;
 * one with quotes, which may span lines, is FastCSV's. When a quote is never closed (within {@link #MAX_LINES} lines and
 * {@link ByteLines#MAX_LINE_BYTES}), or spans lines to a record that doesn't fit the header, only the line that opened it is
 * lost: reading goes on with the next line.
 */
final class CsvRecords {
    static final int MAX_FIELD_LENGTH = 1 << 16;
    /** Bounds what is read again for every quote that is never closed. */
    static final int MAX_LINES = 1000;

    private final ByteLines lines;
    private final CsvDialect dialect;
    private final CsvReaderBuilder quoted;
    private final Deque<Line> putBack = new ArrayDeque<>();
    /** Number of fields of the first record, the header; -1 before. */
    private int width = -1;

    CsvRecords(InputStream in, CsvDialect dialect) {
        this.lines = new ByteLines(in, Charset.forName(dialect.charset()));
        this.dialect = dialect;
        this.quoted = CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .quoteCharacter(dialect.quote())
                .skipEmptyLines(false);
    }

    /** The next record, blank lines skipped; null at the end. */
    @Nullable
    SourceRow next() throws IOException {
        Line line = nextLine();
        while (line != null && line.fault() == null && line.text().isEmpty()) {
            line = nextLine();
        }
        if (line == null) {
            return null;
        }
        if (line.fault() != null) {
            return faulty(line, line.fault());
        }
        if (line.text().indexOf(dialect.quote()) < 0) {
            return checked(line, line.text().length(), split(line.text()));
        }
        return quotedRecord(line);
    }

    private @Nullable Line nextLine() throws IOException {
        return putBack.isEmpty() ? lines.next() : putBack.pollFirst();
    }

    private static SourceRow faulty(Line line, RejectReason fault) {
        String message = switch (fault) {
            case BAD_ENCODING -> "the line holds bytes that are not valid in the file's encoding: write UTF-8";
            case NUL_CHARACTER -> "the line holds a NUL character";
            default -> "the line is longer than %d bytes".formatted(ByteLines.MAX_LINE_BYTES);
        };
        return SourceRow.bad(line.number(), fault, line.text(), message);
    }

    private SourceRow quotedRecord(Line first) throws IOException {
        QuoteScan scan = new QuoteScan(dialect);
        scan.add(first.text());
        List<Line> more = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        while (scan.isOpen()) {
            Line line = nextLine();
            if (line != null) {
                more.add(line);
            }
            boolean goesOn = more.size() < MAX_LINES && text.length() <= ByteLines.MAX_LINE_BYTES;
            if (line == null || line.fault() != null || !goesOn) {
                return unterminated(first, more);
            }
            scan.add(line.text());
            text.append('\n').append(line.text());
        }
        return scan.isBroken() ? unreadable(first, more) : parsed(first, more, text.toString());
    }

    private SourceRow parsed(Line first, List<Line> more, String text) {
        try {
            List<String> fields = quoted.ofSingleCsvRecord(text).getFields();
            return !more.isEmpty() && width >= 0 && fields.size() != width
                    ? unterminated(first, more)
                    : checked(first, text.length(), fields.toArray(String[]::new));
        } catch (CsvParseException e) {
            return unreadable(first, more);
        }
    }

    private SourceRow unreadable(Line first, List<Line> more) {
        return more.isEmpty()
                ? SourceRow.bad(
                        first.number(), RejectReason.UNREADABLE_ROW, first.text(), "the line is no RFC 4180 record")
                : unterminated(first, more);
    }

    /** The quote swallowed lines that are records of their own: gives them back and loses the first line only. */
    private SourceRow unterminated(Line first, List<Line> more) {
        for (int i = more.size() - 1; i >= 0; i--) {
            putBack.addFirst(more.get(i));
        }
        return SourceRow.bad(
                first.number(),
                RejectReason.UNTERMINATED_QUOTE,
                first.text(),
                "a quote opened on this line is never closed: double the quotes inside a field");
    }

    private String[] split(String text) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(dialect.separator()); to >= 0; to = text.indexOf(dialect.separator(), from)) {
            fields.add(text.substring(from, to));
            from = to + 1;
        }
        fields.add(text.substring(from));
        return fields.toArray(String[]::new);
    }

    private SourceRow checked(Line line, int length, String[] fields) {
        if (length > MAX_FIELD_LENGTH) {
            for (String field : fields) {
                if (field.length() > MAX_FIELD_LENGTH) {
                    return SourceRow.bad(
                            line.number(),
                            RejectReason.OVERLONG_FIELD,
                            line.text(),
                            "a field is longer than %d characters".formatted(MAX_FIELD_LENGTH));
                }
            }
        }
        width = width < 0 ? fields.length : width;
        return SourceRow.of(line.number(), fields);
    }
}
