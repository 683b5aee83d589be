package io.arrears.pipeline.ingest;

import java.io.Serializable;
import java.util.Set;

/**
 * How a delimited file is written.
 *
 * @param charset name of a one-byte charset or UTF-8; lines are cut before they are decoded
 * @param missing texts that stand for a blank field, beside blank itself
 */
record CsvDialect(char separator, char quote, String charset, Set<String> missing) implements Serializable {
    /** RFC 4180 in UTF-8. */
    static final CsvDialect RFC_4180 = new CsvDialect(',', '"', "UTF-8", Set.of());
}
