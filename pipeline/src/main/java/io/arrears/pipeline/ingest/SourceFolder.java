package io.arrears.pipeline.ingest;

import io.arrears.pipeline.history.Sha256;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files of a source folder, on any file system Hadoop knows. */
final class SourceFolder {
    private static final Pattern CSV_NAME = Pattern.compile(".*\\.csv(\\.gz)?");

    private final Configuration hadoop;
    private final FileStatus[] entries;

    /** A file: {@code name} is that of the entry of the folder it is, or is a part of. */
    record Entry(String name, String uri) {}

    private SourceFolder(Configuration hadoop, FileStatus[] entries) {
        this.hadoop = hadoop;
        this.entries = entries;
    }

    static SourceFolder list(URI folder, Configuration hadoop) {
        try {
            FileStatus[] entries = FileSystem.get(folder, hadoop).listStatus(new Path(folder));
            return new SourceFolder(hadoop, entries);
        } catch (FileNotFoundException e) {
            throw InputRejected.because(
                    List.of("source %s does not exist: name the folder of the drop".formatted(folder)));
        } catch (IOException e) {
            throw InputRejected.because(List.of("source %s cannot be read: %s".formatted(folder, e.getMessage())));
        }
    }

    /** Files, and the part files of Parquet folders, sorted by name. */
    List<Entry> entries() {
        List<Entry> found = new ArrayList<>();
        for (FileStatus entry : entries) {
            String name = entry.getPath().getName();
            if (entry.isFile() && !name.startsWith(".")) {
                found.add(new Entry(name, entry.getPath().toUri().toString()));
            } else if (entry.isDirectory() && SourceFile.isParquet(name)) {
                found.addAll(parts(name, entry.getPath()));
            } else if (entry.isDirectory() && CSV_NAME.matcher(name).matches()) {
                throw InputRejected.because(List.of(
                        "%s is a folder: put its parts into one file, or deliver them as Parquet".formatted(name)));
            }
        }
        found.sort(Comparator.comparing(Entry::name).thenComparing(Entry::uri));
        return found;
    }

    private List<Entry> parts(String name, Path folder) {
        List<Entry> parts = new ArrayList<>();
        try {
            for (FileStatus part : folder.getFileSystem(hadoop).listStatus(folder)) {
                String partName = part.getPath().getName();
                if (part.isFile() && SourceFile.isParquet(partName)) {
                    parts.add(new Entry(name, part.getPath().toUri().toString()));
                } else if (!partName.startsWith("_") && !partName.startsWith(".")) {
                    throw InputRejected.because(List.of(
                            "%s holds %s, which is no part file: parts lie in the folder itself and end with .parquet"
                                    .formatted(name, partName)));
                }
            }
        } catch (IOException e) {
            throw InputRejected.because(List.of("%s cannot be read: %s".formatted(name, e.getMessage())));
        }
        return parts;
    }

    /** SHA-256 of a file's bytes, unpacked when gzipped; a damaged archive refuses the drop before anything is read. */
    String digest(Entry entry) {
        try (InputStream in = CsvCandidates.open(entry.uri(), hadoop)) {
            return new Sha256().add(in).hex();
        } catch (IOException e) {
            throw InputRejected.because(List.of(
                    "%s is damaged or unreadable (%s): deliver it again".formatted(entry.name(), e.getMessage())));
        }
    }
}
