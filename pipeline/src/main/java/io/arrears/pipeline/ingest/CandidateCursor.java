package io.arrears.pipeline.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Reads sorted candidates account by account, without holding them. */
final class CandidateCursor {
    private final Iterator<Row> rows;
    private @Nullable Candidate next;

    CandidateCursor(Iterator<Row> rows) {
        this.rows = rows;
        advance();
    }

    private void advance() {
        next = rows.hasNext() ? Candidate.fromRow(rows.next()) : null;
    }

    /** The account of the next row, null at the end. */
    @Nullable
    String account() {
        return next == null ? null : next.account();
    }

    /** The rows of {@code account} that come next; none when the next row is another account's. */
    Iterator<Candidate> of(String account) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return next != null && next.account().equals(account);
            }

            @Override
            public Candidate next() {
                Candidate row = next;
                if (row == null || !row.account().equals(account)) {
                    throw new NoSuchElementException();
                }
                advance();
                return row;
            }
        };
    }
}
