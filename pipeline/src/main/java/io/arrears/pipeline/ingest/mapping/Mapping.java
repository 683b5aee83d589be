package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.policy.Digest;
import io.arrears.model.policy.PolicyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A mapping file: the sources by name, and the canonical tables they feed.
 *
 * @param digest SHA-256 of the file's text: another mapping makes another drop
 */
public record Mapping(String name, Map<String, MappedSource> sources, List<MappedTable> tables, String digest) {
    public Mapping {
        sources = Map.copyOf(sources);
        tables = List.copyOf(tables);
    }

    /**
     * Reads a mapping file.
     *
     * @throws PolicyException with everything that is wrong in it
     */
    public static Mapping read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mapping %s".formatted(file), e);
        }
    }

    static Mapping parse(String file, String yaml) {
        return MappingReader.read(file, yaml, Digest.of(yaml));
    }
}
