package io.arrears.pipeline.history;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Every version of every fact of account after account, as rows in the order of a file; holds one account's facts. */
final class FactVersionRows implements Iterator<Row> {
    private final Iterator<AccountFacts> accounts;
    private Iterator<Row> current = Collections.emptyIterator();

    FactVersionRows(Iterator<AccountFacts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean hasNext() {
        while (!current.hasNext() && accounts.hasNext()) {
            current = rows(accounts.next());
        }
        return current.hasNext();
    }

    private static Iterator<Row> rows(AccountFacts account) {
        List<Fact> facts = new ArrayList<>(account.facts());
        facts.sort(FactRows.ORDER);
        AccountId id = new AccountId(account.accountId());
        return facts.stream()
                .map(fact -> FactRows.toRow(FactCodec.toRow(id, fact)))
                .iterator();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }
}
