package io.arrears.model.training.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The first line of a CSV file: its column names, and the separator (the one it has most of outside quotes). */
record CsvHeader(List<String> names, char separator) {
    private static final String SEPARATORS = ",;\t|";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static CsvHeader read(Path file) {
        String line = firstLine(file).replace(BYTE_ORDER_MARK, "");
        if (line.isBlank()) {
            throw new WrongTable("table %s is empty: its first line must name the columns".formatted(file));
        }
        char separator = separator(line);
        List<String> names = cells(line, separator);
        requireDistinct(names, file);
        return new CsvHeader(names, separator);
    }

    private static String firstLine(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()))) {
            String line = text.readLine();
            return line == null ? "" : line;
        } catch (CharacterCodingException e) {
            throw new WrongTable(
                    "table %s is not in UTF-8: save it as UTF-8, e.g. iconv -f WINDOWS-1252 -t UTF-8".formatted(file),
                    e);
        } catch (IOException e) {
            throw new WrongTable("table %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static char separator(String line) {
        char best = SEPARATORS.charAt(0);
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            if (cells(line, candidate).size() > cells(line, best).size()) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(named(cell, cells.size()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(named(cell, cells.size()));
        return cells;
    }

    /** A column without a name, as row numbers often are, is called by its place. */
    private static String named(StringBuilder cell, int place) {
        String name = cell.toString().strip();
        return name.isEmpty() ? "column" + place : name;
    }

    private static void requireDistinct(List<String> names, Path file) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new WrongTable("table %s names two columns '%s', the %s and the %s: rename one"
                        .formatted(file, name, names.indexOf(name) + 1, names.lastIndexOf(name) + 1));
            }
        }
    }
}
