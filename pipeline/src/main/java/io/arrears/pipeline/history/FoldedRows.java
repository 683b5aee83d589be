package io.arrears.pipeline.history;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** The rows a fold makes of account after account, without holding more than one account. */
final class FoldedRows implements Iterator<Row> {
    private final Iterator<AccountFacts> accounts;
    private final KeptFacts kept;
    private final AccountFold fold;
    private Iterator<Row> current = Collections.emptyIterator();

    FoldedRows(Iterator<AccountFacts> accounts, KeptFacts kept, AccountFold fold) {
        this.accounts = accounts;
        this.kept = kept;
        this.fold = fold;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && accounts.hasNext()) {
            AccountFacts account = accounts.next().only(kept);
            if (!account.facts().isEmpty()) {
                current = fold.apply(account.history());
            }
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
