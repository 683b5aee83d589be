package io.arrears.model.training.table;

import io.arrears.model.training.DuckRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.jspecify.annotations.Nullable;

/** Reads CSV or Parquet as text; the typing is ours. A file that is not what it says is refused, never guessed at. */
final class PreparedTableReader {
    private static final int LONGEST_LINE = 10_000_000;

    private final Path file;

    private PreparedTableReader(Path file) {
        this.file = file;
    }

    /**
     * @throws WrongTable when the file is no table: not UTF-8, a line of other length than the header, two columns of one
     *     name, no row
     */
    static PreparedTable read(Path file) {
        if (!Files.isReadable(file)) {
            throw new WrongTable("table %s cannot be read: check the path".formatted(file));
        }
        try (DuckRows duck = new DuckRows()) {
            return new PreparedTableReader(file).read(duck);
        }
    }

    private PreparedTable read(DuckRows duck) {
        if (file.toString().endsWith(".parquet")) {
            String source = "read_parquet(%s)".formatted(DuckRows.text(file.toString()));
            List<String> names = refusing(() -> duck.columns("SELECT * FROM " + source));
            return table(duck, names, "SELECT CAST(COLUMNS(*) AS VARCHAR) FROM " + source);
        }
        CsvHeader header = CsvHeader.read(file);
        PreparedTable table = table(duck, header.names(), "SELECT * FROM " + csv(header));
        requireWhole(duck, header);
        return table;
    }

    private String csv(CsvHeader header) {
        String columns = IntStream.range(0, header.names().size())
                .mapToObj(c -> "c%d: 'VARCHAR'".formatted(c))
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(%s, auto_detect = false, header = true, columns = %s, delim = %s, quote = '\"', escape = '\"', "
                        .formatted(
                                DuckRows.text(file.toString()),
                                columns,
                                DuckRows.text(String.valueOf(header.separator())))
                + "store_rejects = true, max_line_size = %d)".formatted(LONGEST_LINE);
    }

    private PreparedTable table(DuckRows duck, List<String> names, String sql) {
        List<List<@Nullable String>> cells = new ArrayList<>();
        names.forEach(name -> cells.add(new ArrayList<>()));
        refusing(() -> {
            duck.read(sql, batch -> copy(batch, cells));
            return cells;
        });
        Map<String, @Nullable String[]> columns = new LinkedHashMap<>();
        for (int c = 0; c < names.size(); c++) {
            columns.put(names.get(c), cells.get(c).toArray(new String[0]));
        }
        if (cells.get(0).isEmpty()) {
            throw new WrongTable("table %s has no rows below its header: add some".formatted(file));
        }
        return new PreparedTable(columns, cells.get(0).size());
    }

    private static void copy(VectorSchemaRoot batch, List<List<@Nullable String>> cells) {
        for (int c = 0; c < cells.size(); c++) {
            FieldVector vector = batch.getVector(c);
            for (int i = 0; i < batch.getRowCount(); i++) {
                cells.get(c)
                        .add(
                                vector.isNull(i)
                                        ? null
                                        : PreparedTable.cell(vector.getObject(i).toString()));
            }
        }
    }

    /** DuckDB passes over lines it cannot read and lists them; one is one too many. */
    private void requireWhole(DuckRows duck, CsvHeader header) {
        duck.read(
                "SELECT CAST(line AS BIGINT), error_type::VARCHAR FROM reject_errors ORDER BY line LIMIT 1", batch -> {
                    if (batch.getRowCount() > 0) {
                        throw new WrongTable("table %s, line %s: %s"
                                .formatted(
                                        file,
                                        batch.getVector(0).getObject(0),
                                        fault(batch.getVector(1).getObject(0).toString(), header)));
                    }
                });
    }

    private static String fault(String type, CsvHeader header) {
        int columns = header.names().size();
        return switch (type) {
            case "MISSING COLUMNS" ->
                "fewer values than the %d columns of the header: fill the line up".formatted(columns);
            case "TOO MANY COLUMNS" ->
                "more values than the %d columns of the header: quote values that hold a '%s'"
                        .formatted(columns, header.separator());
            case "UNQUOTED VALUE" -> "a quoted value does not end: close the quote, or double a quote inside a value";
            case "INVALID ENCODING", "INVALID UNICODE" ->
                "not in UTF-8: save the file as UTF-8, e.g. iconv -f WINDOWS-1252 -t UTF-8";
            case "LINE SIZE OVER MAXIMUM" ->
                "longer than %,d bytes: is a quote left open before it?".formatted(LONGEST_LINE);
            default -> "%s: correct the line".formatted(type);
        };
    }

    private interface Reading<T> {
        T read();
    }

    private <T> T refusing(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new WrongTable("table %s is neither CSV nor Parquet that can be read: %s".formatted(file, reason), e);
        }
    }
}
