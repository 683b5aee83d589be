package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.AttributeProfile;
import io.arrears.pipeline.history.AccountFacts;
import io.arrears.pipeline.history.HistoryLake;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Learns which {@code x_} attributes of the book become features, from each account's latest version. */
final class AttributeLearning {
    private AttributeLearning() {}

    static AttributeCatalogue learn(SparkSession spark, HistoryLake lake) {
        AttributeProfile book = new AttributeProfile();
        lake.mapTable(
                        spark,
                        FactTable.ACCOUNTS,
                        accounts -> List.of(profile(accounts)).iterator())
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
