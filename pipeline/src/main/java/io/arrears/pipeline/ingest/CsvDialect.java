package io.arrears.pipeline.ingest;

import java.io.Serializable;

/**
 * How a delimited file is written.
 *
 * @param charset name of a one-byte charset or UTF-8; lines are cut before they are decoded
 */
record CsvDialect(char separator, char quote, String charset) implements Serializable {
    /** RFC 4180 in UTF-8. */
    static final CsvDialect RFC_4180 = new CsvDialect(',', '"', "UTF-8");
}
