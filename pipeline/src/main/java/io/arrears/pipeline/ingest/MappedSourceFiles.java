package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.SourceFolder.Entry;
import io.arrears.pipeline.ingest.SourceScan.Fed;
import io.arrears.pipeline.ingest.mapping.MappedSource;
import io.arrears.pipeline.ingest.mapping.MappedTable;
import io.arrears.pipeline.ingest.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A folder of files that a mapping explains: which file is which source, and whether its columns are there. */
final class MappedSourceFiles {
    private final SourceScan scan;
    private final Mapping mapping;
    private final Map<String, List<String>> lookupHeaders = new LinkedHashMap<>();

    private MappedSourceFiles(SourceScan scan, Mapping mapping) {
        this.scan = scan;
        this.mapping = mapping;
    }

    static SourceDrop read(SourceScan scan, Mapping mapping) {
        MappedSourceFiles files = new MappedSourceFiles(scan, mapping);
        scan.identify("mapping:" + mapping.digest());
        files.checkTables();
        Map<String, MappedSource> sources = new TreeMap<>(mapping.sources());
        sources.values().forEach(files::checkPresent);
        sources.values().stream().filter(source -> source.key() != null).forEach(files::takeLookup);
        scan.throwProblems();
        sources.values().forEach(files::takeFeeds);
        scan.entries().stream()
                .map(Entry::name)
                .filter(name -> sources.values().stream().noneMatch(source -> source.matches(name)))
                .forEach(name -> scan.note("%s was left out: the mapping doesn't name it".formatted(name)));
        return scan.finish();
    }

    private void checkTables() {
        for (MappedTable table : mapping.tables()) {
            TableLayout layout = TableLayout.of(table.table());
            for (String column : table.columns().keySet()) {
                if (!layout.keeps(column)) {
                    scan.problem("mapping %s: %s has no column '%s': allowed are %s"
                            .formatted(mapping.name(), table.table().code(), column, layout.allowed()));
                }
            }
            for (SourceColumn column : layout.required()) {
                if (!table.columns().containsKey(column.code())) {
                    scan.problem("mapping %s: %s from %s lacks the required column '%s'"
                            .formatted(mapping.name(), table.table().code(), table.from(), column.code()));
                }
            }
        }
    }

    private List<Entry> entries(MappedSource source) {
        return scan.entries().stream()
                .filter(entry -> source.matches(entry.name()))
                .toList();
    }

    private void checkPresent(MappedSource source) {
        if (entries(source).isEmpty()) {
            scan.problem("mapping %s: source '%s' needs a file '%s', which the folder does not hold"
                    .formatted(mapping.name(), source.name(), source.file()));
        }
    }

    private static CsvDialect dialect(MappedSource source) {
        return new CsvDialect(source.separator(), source.quote(), source.encoding(), source.missing());
    }

    private void takeLookup(MappedSource source) {
        List<Entry> files = entries(source);
        if (files.size() > 1) {
            scan.problem("mapping %s: source '%s' has a key, so it must be one file; '%s' fits %d"
                    .formatted(mapping.name(), source.name(), source.file(), files.size()));
            return;
        }
        for (Entry entry : files) {
            List<String> header = scan.header(entry, dialect(source));
            int key = header == null ? -1 : header.indexOf(source.key());
            if (header != null && key < 0) {
                scan.problem("mapping %s: source '%s' has no column '%s'; columns of %s: %s"
                        .formatted(mapping.name(), source.name(), source.key(), entry.name(), header));
            } else if (header != null) {
                scan.lookups().open(source.name(), header);
                lookupHeaders.put(source.name(), header);
                scan.look(entry, source.name(), dialect(source), key);
            }
        }
    }

    private void takeFeeds(MappedSource source) {
        List<MappedTable> tables = mapping.tables().stream()
                .filter(table -> table.from().equals(source.name()))
                .toList();
        for (Entry entry : tables.isEmpty() ? List.<Entry>of() : entries(source)) {
            List<String> header = scan.header(entry, dialect(source));
            if (header != null) {
                take(source, entry, header, tables);
            }
        }
    }

    private void take(MappedSource source, Entry entry, List<String> header, List<MappedTable> tables) {
        List<Feed> feeds = new ArrayList<>();
        for (MappedTable table : tables) {
            table.unknownColumns(new HashSet<>(header), lookupHeaders)
                    .forEach((path, column) ->
                            scan.problem("mapping %s: %s from %s, %s: no column '%s'; columns of %s: %s"
                                    .formatted(
                                            mapping.name(),
                                            table.table().code(),
                                            source.name(),
                                            path,
                                            column,
                                            entry.name(),
                                            header)));
            if (table.columns().containsKey(SourceColumn.ACCOUNT_ID.code())) {
                feeds.add(new MappedFeed(table, entry.name(), header));
            }
        }
        if (!feeds.isEmpty()) {
            scan.take(entry, source.name(), dialect(source), new Fed(header.size(), feeds));
        }
    }
}
