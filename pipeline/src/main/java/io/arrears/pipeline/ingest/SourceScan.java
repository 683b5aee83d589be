package io.arrears.pipeline.ingest;

import io.arrears.pipeline.history.Sha256;
import io.arrears.pipeline.ingest.SourceFolder.Entry;
import io.arrears.pipeline.ingest.mapping.Lookups;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Reads headers and collects files, feeds, digests and problems of one drop. Not thread-safe. */
final class SourceScan {
    private final SparkSession spark;
    private final Configuration hadoop;
    private final SourceFolder folder;
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<String> digests = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Lookups lookups = new Lookups();
    private int feeds;

    SourceScan(SparkSession spark, IngestRequest request) {
        this.spark = spark;
        this.hadoop = spark.sparkContext().hadoopConfiguration();
        this.folder = SourceFolder.list(request.sourceUri(), hadoop);
    }

    List<Entry> entries() {
        return folder.entries();
    }

    void problem(String problem) {
        problems.add(problem);
    }

    void note(String note) {
        notes.add(note);
    }

    /** The column names of a file; null, with a problem noted, when there are none to use. */
    @Nullable
    List<String> header(Entry entry, CsvDialect dialect) {
        if (SourceFile.isParquet(entry.name())) {
            return parquetHeader(entry);
        }
        SourceRow header = firstRow(entry, dialect);
        if (header == null || header.problem() != null) {
            problem("%s has no readable header line: the first line names the columns".formatted(entry.name()));
            return null;
        }
        List<String> columns = new ArrayList<>();
        for (String column : header.fields()) {
            columns.add(column == null ? "" : column);
        }
        return checkUnique(entry, columns);
    }

    private @Nullable List<String> parquetHeader(Entry entry) {
        try {
            return ParquetCells.header(spark, entry);
        } catch (InputRejected e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private @Nullable SourceRow firstRow(Entry entry, CsvDialect dialect) {
        try (InputStream in = CsvCandidates.open(entry.uri(), hadoop)) {
            return new CsvRecords(in, dialect).next();
        } catch (IOException e) {
            problem("%s is damaged or unreadable (%s): deliver it again".formatted(entry.name(), e.getMessage()));
            return null;
        }
    }

    private @Nullable List<String> checkUnique(Entry entry, List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                problem("%s has column '%s' twice: give each column a name of its own".formatted(entry.name(), column));
                return null;
            }
        }
        return columns;
    }

    /** Takes a file in: {@code role} says what it is, so that equal bytes in another role make another drop. */
    void take(Entry entry, String role, CsvDialect dialect, Fed fed) {
        identify(role + ":" + folder.digest(entry));
        files.add(new SourceFile(entry.uri(), entry.name(), dialect, fed.width(), feeds, List.copyOf(fed.feeds())));
        feeds += fed.feeds().size();
        if (feeds > Origin.MAX_FEEDS) {
            problem("the drop has more than %d files and tables: split it".formatted(Origin.MAX_FEEDS));
        }
    }

    /** What a file with {@code width} columns feeds. */
    record Fed(int width, List<Feed> feeds) {}

    /** Reads a file into the lookups, under the name of its source. */
    void look(Entry entry, String source, CsvDialect dialect, int key) {
        identify(source + ":" + folder.digest(entry));
        new LookupLoader(spark, lookups).load(entry, source, dialect, key).ifPresent(this::problem);
    }

    Lookups lookups() {
        return lookups;
    }

    /** Adds something that makes the drop another one, e.g. the mapping's digest. */
    void identify(String part) {
        digests.add(part);
    }

    void throwProblems() {
        if (!problems.isEmpty()) {
            throw InputRejected.because(problems);
        }
    }

    SourceDrop finish() {
        throwProblems();
        Sha256 id = new Sha256();
        digests.forEach(digest -> id.add(digest).add("\n"));
        return new SourceDrop(
                id.hex().substring(0, SourceDrop.ID_LENGTH), List.copyOf(files), lookups, List.copyOf(notes));
    }
}
