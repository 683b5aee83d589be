package io.arrears.pipeline.history;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** The rows a fold makes of account after account, without holding more than one account. */
final class FoldedRows implements Iterator<Row> {
    private final Iterator<AccountFacts> accounts;
    private final AccountFold fold;
    private Iterator<Row> current = Collections.emptyIterator();

    FoldedRows(Iterator<AccountFacts> accounts, AccountFold fold) {
        this.accounts = accounts;
        this.fold = fold;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && accounts.hasNext()) {
            current = fold.apply(accounts.next().history());
        }
        return current.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
