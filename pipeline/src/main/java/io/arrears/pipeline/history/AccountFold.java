package io.arrears.pipeline.history;

import io.arrears.model.account.AccountHistory;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** What a job makes of one account: rows, lazily. Shipped to executors, so whatever it captures is serializable. */
@FunctionalInterface
public interface AccountFold extends Serializable {
    Iterator<Row> apply(AccountHistory history);
}
