package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.mapping.Lookups;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The candidates of one delimited file, lazily, in one task: a file is not split, as a quoted field may span lines. */
final class CsvCandidates implements Iterator<Row> {
    private static final String GZIP_SUFFIX = ".gz";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Deque<Row> ready = new ArrayDeque<>();
    private final FileFeeder feeder;
    private final String file;
    private @Nullable InputStream in;
    private final CsvRecords records;

    CsvCandidates(SourceFile file, Lookups lookups, Configuration hadoop) {
        this.file = file.name();
        feeder = new FileFeeder(file, lookups, candidate -> ready.add(candidate.toRow()));
        try {
            in = open(file.uri(), hadoop);
            records = new CsvRecords(in, file.dialect());
            records.next(); // the header, checked before
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's bytes, unpacked when its name ends with {@code .gz}. */
    static InputStream open(String uri, Configuration hadoop) throws IOException {
        InputStream raw = FileSystem.get(URI.create(uri), hadoop).open(new Path(URI.create(uri)));
        return uri.endsWith(GZIP_SUFFIX)
                ? new GZIPInputStream(raw, BUFFER_BYTES)
                : new BufferedInputStream(raw, BUFFER_BYTES);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && in != null) {
            read(in);
        }
        return !ready.isEmpty();
    }

    private void read(InputStream from) {
        try {
            SourceRow row = records.next();
            if (row == null) {
                feeder.end();
                from.close();
                in = null;
            } else {
                feeder.add(row);
            }
        } catch (IOException e) {
            throw new DamagedFile(file, e);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
