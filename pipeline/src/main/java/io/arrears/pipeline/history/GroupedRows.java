package io.arrears.pipeline.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** The rows a fold makes of groups of accounts, without holding more than one account's history. */
final class GroupedRows<T> implements Iterator<Row> {
    private static final int GROUP = 128;

    private final Iterator<AccountFacts> accounts;
    private final GroupFold<T> fold;
    private Iterator<Row> current = Collections.emptyIterator();

    GroupedRows(Iterator<AccountFacts> accounts, GroupFold<T> fold) {
        this.accounts = accounts;
        this.fold = fold;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && accounts.hasNext()) {
            current = fold.rows(group()).iterator();
        }
        return current.hasNext();
    }

    private List<T> group() {
        List<T> group = new ArrayList<>(GROUP);
        while (group.size() < GROUP && accounts.hasNext()) {
            T taken = fold.take(accounts.next().history());
            if (taken != null) {
                group.add(taken);
            }
        }
        return group;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
