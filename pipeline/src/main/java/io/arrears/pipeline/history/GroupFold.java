package io.arrears.pipeline.history;

import io.arrears.model.account.AccountHistory;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a job makes of accounts where that is faster for many at once: first what is needed of each, whose history may then
 * go, and then rows of a hundred or so of those. Shipped to executors, so whatever it captures is serializable.
 */
public interface GroupFold<T> extends Serializable {
    /** What is needed of an account; absent when it makes no rows. */
    @Nullable
    T take(AccountHistory history);

    /** The rows of some accounts, in their order. */
    List<Row> rows(List<T> taken);
}
