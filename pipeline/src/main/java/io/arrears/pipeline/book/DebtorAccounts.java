package io.arrears.pipeline.book;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.size;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.AccountFold;
import io.arrears.pipeline.history.FactRows;
import io.arrears.pipeline.history.HistoryLake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Debtors that have several accounts, and what contact law needs of these; read once before a book is valued. */
record DebtorAccounts(Collection<List<KnownHistory>> debtors) {
    private static final Set<FactTable> TABLES =
            EnumSet.of(FactTable.ACCOUNTS, FactTable.CONTACTS, FactTable.CONSENTS, FactTable.FLAGS);

    /** As known when the day began. Costs one look at the accounts, and a scan only where debtors have several. */
    static DebtorAccounts read(SparkSession spark, HistoryLake lake, int asOfDay) {
        HashSet<String> shared = sharedAccounts(spark, lake, asOfDay);
        if (shared.isEmpty()) {
            return new DebtorAccounts(List.of());
        }
        Map<String, List<Fact>> facts = new HashMap<>();
        lake.mapAccounts(spark, TABLES, FactRows.SCHEMA, new SharedFacts(shared, asOfDay))
                .toLocalIterator()
                .forEachRemaining(row -> facts.computeIfAbsent(row.getString(0), account -> new ArrayList<>())
                        .add(FactCodec.toFact(FactRows.fromRow(row))));
        Map<String, List<KnownHistory>> byDebtor = new HashMap<>();
        facts.forEach((account, known) -> {
            KnownHistory history =
                    AccountHistory.of(new AccountId(account), known).knownAtStartOf(asOfDay);
            byDebtor.computeIfAbsent(history.getAccount().debtorId(), debtor -> new ArrayList<>())
                    .add(history);
        });
        byDebtor.values().removeIf(accounts -> accounts.size() < 2);
        return new DebtorAccounts(byDebtor.values());
    }

    /** What executors need of them. */
    Broadcast<DebtorBook> broadcast(SparkSession spark) {
        return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(DebtorBook.of(debtors));
    }

    /** Accounts that share a debtor with others in any version known; which of them counts is seen later. */
    private static HashSet<String> sharedAccounts(SparkSession spark, HistoryLake lake, int asOfDay) {
        String account = FactColumn.ACCOUNT_ID.code();
        HashSet<String> shared = new HashSet<>();
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

    /** Hands on what is known of some accounts, as facts. */
    private record SharedFacts(HashSet<String> accounts, int asOfDay) implements AccountFold {
        @Override
        public Iterator<Row> apply(AccountHistory history) {
            if (!accounts.contains(history.id().value())) {
                return List.<Row>of().iterator();
            }
            KnownHistory known = history.knownAtStartOf(asOfDay);
            return known.findAccount().stream()
                    .flatMap(account -> Stream.of(
                                    List.of(account), known.contacts(), known.consents(), known.flags())
                            .flatMap(Collection::stream))
                    .map(fact -> FactRows.toRow(FactCodec.toRow(known.id(), fact)))
                    .iterator();
        }
    }
}
