package io.arrears.pipeline.book;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;

import io.arrears.model.account.FactTable;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.HistoryLake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** Debtors that have several accounts, and what contact law needs of these; read once before a book is valued. */
record DebtorAccounts(Collection<List<KnownHistory>> debtors) {
    /** As known when the day began. Costs one look at the accounts, and a scan only where debtors have several. */
    static DebtorAccounts read(SparkSession spark, HistoryLake lake, int asOfDay) {
        Set<String> shared = sharedAccounts(spark, lake, asOfDay);
        if (shared.isEmpty()) {
            return new DebtorAccounts(List.of());
        }
        Map<String, List<KnownHistory>> byDebtor = new HashMap<>();
        for (KnownHistory known : lake.listKnown(spark, shared, asOfDay)) {
            byDebtor.computeIfAbsent(known.getAccount().debtorId(), debtor -> new ArrayList<>())
                    .add(known);
        }
        byDebtor.values().removeIf(accounts -> accounts.size() < 2);
        return new DebtorAccounts(byDebtor.values());
    }

    /** What executors need of them. */
    Broadcast<DebtorBook> broadcast(SparkSession spark) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(DebtorBook.of(debtors));
    }

    /** Accounts that share a debtor with others in any version known; which of them counts is seen later. */
    private static Set<String> sharedAccounts(SparkSession spark, HistoryLake lake, int asOfDay) {
        String account = FactColumn.ACCOUNT_ID.code();
        Set<String> shared = new HashSet<>();
        lake.factsKnownAtStartOf(spark, asOfDay)
                .filter(col(FactColumn.FACT.code()).equalTo(FactTable.ACCOUNTS.code()))
                .groupBy(col(FactColumn.DEBTOR_ID.code()))
                .agg(collect_set(account).as("accounts"))
                .filter(size(col("accounts")).gt(1))
                .select(explode(col("accounts")))
                .toLocalIterator()
                .forEachRemaining(row -> shared.add(row.getString(0)));
        return shared;
    }
}
