package io.arrears.pipeline.ingest;

import java.io.Serializable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one source file gives one table: turns each of its records into rows in canonical columns. Shipped to
 * executors; {@link #start} makes the state of one pass over the file.
 */
interface Feed extends Serializable {
    Shape shape();

    Pass start();

    /** One pass over one file. Not thread-safe. */
    interface Pass {
        /**
         * Gives the rows that a readable record makes, if any, to {@code out}.
         *
         * @throws BadRow when the record cannot be turned into rows
         */
        void add(SourceRow row, Consumer<MappedRow> out);

        /** Gives rows that had to wait for the end of the file. */
        default void end(Consumer<MappedRow> out) {}
    }

    /**
     * A row in canonical columns.
     *
     * @param part counts the rows made of one record, from 0
     * @param cells by position in the feed's shape; blank ones are null
     */
    record MappedRow(long line, int part, @Nullable String[] cells) {}
}
