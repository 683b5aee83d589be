package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import io.arrears.pipeline.history.AccountFacts;
import io.arrears.pipeline.history.AccountScan;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.LakeBuckets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** What the whole book comes to by walking every account: slow, and obvious. */
final class BookWalk {
    private BookWalk() {}

    /** Open balance less credit of all accounts, in minor units, by currency. */
    static Map<String, Long> balances(SparkSession spark, HistoryLake lake) {
        Map<String, Long> balances = new TreeMap<>();
        LakeBuckets buckets = lake.buckets(spark);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            try (AccountScan scan = buckets.scan(bucket, EnumSet.allOf(FactTable.class))) {
                while (scan.hasNext()) {
                    add(scan.next(), balances);
                }
            }
        }
        return balances;
    }

    private static void add(AccountFacts account, Map<String, Long> balances) {
        AccountBook book = new AccountBook(account.facts());
        String currency = Objects.requireNonNull(book.findAccount()).currency().getCurrencyCode();
        balances.merge(currency, AccountMoney.of(book).balanceMinor(), Long::sum);
    }
}
