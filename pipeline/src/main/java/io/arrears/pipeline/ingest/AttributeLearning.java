package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.AttributeProfile;
import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.AccountFacts;
import io.arrears.pipeline.history.AccountGroups;
import io.arrears.pipeline.history.HistoryLake;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Learns which {@code x_} attributes of the book become features, from each account's latest version. */
final class AttributeLearning {
    private AttributeLearning() {}

    static AttributeCatalogue learn(SparkSession spark, HistoryLake lake) {
        Dataset<Row> accounts =
                lake.buckets(spark).filter(functions.col(FactColumn.FACT.code()).equalTo(FactTable.ACCOUNTS.code()));
        AttributeProfile book = new AttributeProfile();
        accounts.javaRDD()
                .mapPartitions(rows -> List.of(profile(new AccountGroups(rows))).iterator())
                .collect()
                .forEach(book::merge);
        return book.toCatalogue();
    }

    private static AttributeProfile profile(Iterator<AccountFacts> accounts) {
        AttributeProfile profile = new AttributeProfile();
        while (accounts.hasNext()) {
            accounts.next().facts().stream()
                    .max(Comparator.comparingLong(Fact::knownMicros))
                    .ifPresent(latest -> profile.add((Account) latest));
        }
        return profile;
    }
}
