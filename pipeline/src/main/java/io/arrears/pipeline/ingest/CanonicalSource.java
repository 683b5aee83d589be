package io.arrears.pipeline.ingest;

import io.arrears.model.account.Coded;
import io.arrears.model.account.FactTable;
import io.arrears.pipeline.ingest.SourceFolder.Entry;
import io.arrears.pipeline.ingest.SourceScan.Fed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder of canonical tables: which file is which table, and whether its columns fit. */
final class CanonicalSource {
    private static final Pattern TABLE_FILE = Pattern.compile("([a-z]+)\\.(csv|csv\\.gz|parquet)");

    private CanonicalSource() {}

    static SourceDrop read(SourceScan scan) {
        Map<FactTable, String> seen = new EnumMap<>(FactTable.class);
        for (Entry entry : scan.entries()) {
            Optional<FactTable> table = table(entry.name());
            if (table.isEmpty()) {
                scan.note("%s was left out: its name is no table".formatted(entry.name()));
                continue;
            }
            String other = seen.putIfAbsent(table.get(), entry.name());
            if (other != null && !other.equals(entry.name())) {
                scan.problem("%s and %s are the same table: leave one out".formatted(other, entry.name()));
            } else {
                take(scan, entry, TableLayout.of(table.get()));
            }
        }
        if (seen.isEmpty()) {
            scan.problem("the folder holds no known table: name files <table>.csv, .csv.gz or .parquet, tables are %s; "
                            .formatted(Coded.codes(FactTable.class))
                    + "a source with other names or columns needs a mapping file");
        }
        return scan.finish();
    }

    private static Optional<FactTable> table(String name) {
        Matcher file = TABLE_FILE.matcher(name);
        return file.matches() ? Coded.find(FactTable.class, file.group(1)) : Optional.empty();
    }

    private static void take(SourceScan scan, Entry entry, TableLayout layout) {
        List<String> header = scan.header(entry, CsvDialect.RFC_4180);
        if (header == null) {
            return;
        }
        for (String column : header) {
            if (!layout.allows(column)) {
                scan.problem(
                        "%s: column '%s' is none of this table's: rename it to x_… or audit_…, or drop it; allowed: %s"
                                .formatted(entry.name(), column, layout.allowed()));
            } else if (!layout.keeps(column)) {
                scan.note("%s: column %s was left out: only accounts have attributes".formatted(entry.name(), column));
            }
        }
        for (SourceColumn column : layout.required()) {
            if (!header.contains(column.code())) {
                scan.problem("%s: required column '%s' is missing: add it; columns: %s"
                        .formatted(entry.name(), column.code(), layout.allowed()));
            }
        }
        if (header.contains(SourceColumn.ACCOUNT_ID.code())) {
            scan.take(
                    entry,
                    layout.table().code(),
                    CsvDialect.RFC_4180,
                    new Fed(header.size(), List.of(CanonicalFeed.of(layout, entry.name(), header))));
        }
    }
}
