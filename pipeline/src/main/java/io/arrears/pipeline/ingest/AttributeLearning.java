package io.arrears.pipeline.ingest;

import static org.apache.spark.sql.functions.col;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.AttributeProfile;
import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.AccountFacts;
import io.arrears.pipeline.history.HistoryLake;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;

/** Learns which {@code x_} attributes of the book become features, from each account as it was known at an instant. */
public final class AttributeLearning {
    private AttributeLearning() {}

    /** From all that is known by now: what the lake keeps as its catalogue. */
    public static AttributeCatalogue learn(SparkSession spark, HistoryLake lake) {
        return learn(spark, lake, Long.MAX_VALUE);
    }

    /**
     * From what was known when the day began, so that no account, value or column of later days decides what becomes a
     * feature. Usually every account was known then, and the lake's own catalogue is the answer.
     */
    public static AttributeCatalogue asOf(SparkSession spark, HistoryLake lake, int asOfDay) {
        Column unknown = col(FactColumn.KNOWN_US.code())
                .gt(Days.startMicros(asOfDay))
                .or(col(FactColumn.EVENT_DAY.code()).gt(asOfDay));
        Column isAccount = col(FactColumn.FACT.code()).equalTo(FactTable.ACCOUNTS.code());
        return lake.facts(spark).filter(isAccount.and(unknown)).isEmpty()
                ? lake.attributeCatalogue()
                : learn(spark, lake, Days.startMicros(asOfDay));
    }

    private static AttributeCatalogue learn(SparkSession spark, HistoryLake lake, long asOfMicros) {
        AttributeProfile book = new AttributeProfile();
        lake.mapTable(
                        spark,
                        FactTable.ACCOUNTS,
                        accounts -> List.of(profile(accounts, asOfMicros)).iterator())
                .collect()
                .forEach(book::merge);
        return book.toCatalogue();
    }

    private static AttributeProfile profile(Iterator<AccountFacts> accounts, long asOfMicros) {
        AttributeProfile profile = new AttributeProfile();
        while (accounts.hasNext()) {
            AccountFacts account = accounts.next();
            AccountHistory.of(new AccountId(account.accountId()), account.facts())
                    .knownAt(asOfMicros)
                    .findAccount()
                    .ifPresent(profile::add);
        }
        return profile;
    }
}
