package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.mapping.Lookups;
import java.io.Serializable;

/**
 * What one source file gives one table: turns each of its records into rows in canonical columns. Shipped to
 * executors; {@link #start} makes the state of one pass over the file.
 */
interface Feed extends Serializable {
    Shape shape();

    /** Whether one pass must see the whole file, because rows depend on each other. */
    boolean needsWholeFile();

    Pass start(Lookups lookups);

    /** One pass over one file. Not thread-safe. */
    interface Pass {
        /** Gives what a readable record makes, if anything, to {@code out}. */
        void add(SourceRow row, Out out);

        /** Gives rows that had to wait for the end of the file. */
        default void end(Out out) {}
    }

    /** Takes what a pass makes. */
    interface Out {
        void row(MappedRow row);

        void reject(long line, int part, BadRow.Problem problem);
    }
}
