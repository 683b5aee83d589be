package io.arrears.pipeline.history;

import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Cuts fact rows that come sorted by account into accounts; holds one account at a time. */
public final class AccountGroups implements Iterator<AccountFacts> {
    private static final int ACCOUNT_ID = FactColumn.ACCOUNT_ID.ordinal();

    private final Iterator<Row> rows;
    private @Nullable Row next;

    public AccountGroups(Iterator<Row> rows) {
        this.rows = rows;
        this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public AccountFacts next() {
        Row row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        String account = row.getString(ACCOUNT_ID);
        List<Fact> facts = new ArrayList<>();
        while (row != null && row.getString(ACCOUNT_ID).equals(account)) {
            facts.add(FactCodec.toFact(FactRows.fromRow(row)));
            row = rows.hasNext() ? rows.next() : null;
        }
        next = row;
        return new AccountFacts(account, facts);
    }
}
