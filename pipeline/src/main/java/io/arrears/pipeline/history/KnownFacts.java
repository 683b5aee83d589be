package io.arrears.pipeline.history;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.mart.FactCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Hands what was known of some accounts when a day began to the driver: the account, contacts, consents and flags. */
record KnownFacts(HashSet<String> accounts, int asOfDay) implements AccountFold {
    @Override
    public Iterator<Row> apply(AccountHistory history) {
        if (!accounts.contains(history.id().value())) {
            return List.<Row>of().iterator();
        }
        KnownHistory known = history.knownAtStartOf(asOfDay);
        return known.findAccount().stream()
                .flatMap(account -> Stream.of(List.of(account), known.contacts(), known.consents(), known.flags())
                        .flatMap(Collection::stream))
                .map(fact -> FactRows.toRow(FactCodec.toRow(known.id(), fact)))
                .iterator();
    }

    /** The histories of the rows that came of it. */
    List<KnownHistory> collect(Iterator<Row> rows) {
        Map<String, List<Fact>> facts = new HashMap<>();
        rows.forEachRemaining(row -> facts.computeIfAbsent(row.getString(0), account -> new ArrayList<>())
                .add(FactCodec.toFact(FactRows.fromRow(row))));
        List<KnownHistory> known = new ArrayList<>();
        facts.forEach((account, of) ->
                known.add(AccountHistory.of(new AccountId(account), of).knownAtStartOf(asOfDay)));
        return known;
    }
}
