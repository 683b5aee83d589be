package io.arrears.pipeline.ingest.mapping;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of a source and how they are written.
 *
 * @param file name, or a pattern with {@code *}, of the files in the drop's folder
 * @param key for a source that others look values up in: the column they know it by
 * @param missing texts that stand for a blank field
 */
public record MappedSource(
        String name,
        String file,
        char separator,
        char quote,
        String encoding,
        @Nullable String key,
        Set<String> missing) {
    public MappedSource {
        missing = Set.copyOf(missing);
    }

    /** Whether a file's name fits. */
    public boolean matches(String fileName) {
        StringBuilder pattern = new StringBuilder();
        for (String literal : file.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return fileName.matches(pattern.toString());
    }
}
