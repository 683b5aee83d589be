package io.arrears.model.training.table;

import io.arrears.model.training.DuckRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.jspecify.annotations.Nullable;

/** Reads CSV or Parquet as text; DuckDB finds separator and quotes, the typing is ours. */
final class PreparedTableReader {
    private PreparedTableReader() {}

    static PreparedTable read(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("table %s cannot be read: check the path".formatted(file));
        }
        String text = DuckRows.text(file.toString());
        String source = file.toString().endsWith(".parquet")
                ? "read_parquet(%s)".formatted(text)
                : "read_csv(%s, all_varchar = true, header = true)".formatted(text);
        try (DuckRows duck = new DuckRows()) {
            List<String> names = duck.columns("SELECT * FROM " + source);
            int rows = Math.toIntExact(duck.count("SELECT count(*) FROM " + source));
            if (rows == 0) {
                throw new IllegalArgumentException("table %s has no rows".formatted(file));
            }
            Map<String, @Nullable String[]> columns = new LinkedHashMap<>();
            names.forEach(name -> columns.put(name, new String[rows]));
            int[] at = {0};
            duck.read("SELECT CAST(COLUMNS(*) AS VARCHAR) FROM " + source, batch -> {
                for (int c = 0; c < names.size(); c++) {
                    copy(batch.getVector(c), columns.get(names.get(c)), at[0], batch.getRowCount());
                }
                at[0] += batch.getRowCount();
            });
            return new PreparedTable(columns, rows);
        }
    }

    private static void copy(FieldVector vector, @Nullable String @Nullable [] column, int at, int rows) {
        for (int i = 0; i < rows && column != null; i++) {
            column[at + i] = vector.isNull(i)
                    ? null
                    : PreparedTable.cell(vector.getObject(i).toString());
        }
    }
}
