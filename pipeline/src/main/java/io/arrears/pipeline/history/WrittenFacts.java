package io.arrears.pipeline.history;

import io.arrears.pipeline.history.FactFiles.FactFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Parquet files Spark wrote for a drop, in order of bucket: Spark names a file after the partition it wrote. */
public final class WrittenFacts {
    private static final Pattern PART = Pattern.compile("part-(\\d+)-.*\\.parquet");

    private WrittenFacts() {}

    /** Lists and digests the files of {@code folder}, and removes what is no fact file. */
    public static FactFiles list(Path folder, long rows, int firstDay, int lastDay) {
        try {
            if (rows == 0) {
                Leftovers.delete(folder);
                return FactFiles.NONE;
            }
            List<FactFile> files = new ArrayList<>();
            Sha256 digest = new Sha256();
            for (Path file : sorted(folder)) {
                Matcher part = PART.matcher(file.getFileName().toString());
                if (!part.matches()) {
                    Leftovers.delete(file);
                    continue;
                }
                digest.add(file);
                files.add(new FactFile(Integer.parseInt(part.group(1)), part.group(), Files.size(file)));
            }
            return new FactFiles(rows, digest.hex(), firstDay, lastDay, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
