package io.arrears.pipeline.history;

import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The facts of accounts by way of Spark's own rows: slow, and obvious. */
final class AccountGroups {
    private AccountGroups() {}

    /** The facts of each account, by account, in no order. */
    static Map<String, List<Fact>> of(Dataset<Row> facts) {
        Map<String, List<Fact>> accounts = new TreeMap<>(Utf8Order::compare);
        for (Row row : facts.collectAsList()) {
            accounts.computeIfAbsent(row.getString(FactColumn.ACCOUNT_ID.ordinal()), id -> new ArrayList<>())
                    .add(fact(row));
        }
        return accounts;
    }

    private static Fact fact(Row row) {
        FactRow cells = new FactRow();
        for (FactColumn column : FactColumn.values()) {
            cells.set(column, row.get(column.ordinal()));
        }
        return FactCodec.toFact(cells);
    }
}
