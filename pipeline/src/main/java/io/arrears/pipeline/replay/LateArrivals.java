package io.arrears.pipeline.replay;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.RecordedVector;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.replay.SkewReport.Late;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Explains differing vectors by facts that arrived after the answer, though their known time lies before it: drops
 * ingested and events posted since. A vector is explained when leaving out the last arrivals gives exactly the recorded
 * one. Drops merged since can't be told apart.
 */
final class LateArrivals {
    /** Accounts looked into; of more, the rest stays unexplained. */
    private static final int MAX_ACCOUNTS = 1_000;

    private final SparkSession spark;
    private final HistoryLake lake;
    private final RecordedSchemas schemas;
    private final AskedVectors asked;

    LateArrivals(SparkSession spark, HistoryLake lake, RecordedSchemas schemas, AskedVectors asked) {
        this.spark = spark;
        this.lake = lake;
        this.schemas = schemas;
        this.asked = asked;
    }

    /** A fact and its place in the order of arrival within its road: drops, or lines of the journal. */
    private record Arrival(Fact fact, int place) {}

    void explain(List<RecordedVector> differing, SkewTally tally) {
        Set<String> accounts = new LinkedHashSet<>();
        for (RecordedVector vector : differing) {
            if (accounts.size() < MAX_ACCOUNTS) {
                accounts.add(vector.accountId());
            }
        }
        if (accounts.isEmpty()) {
            return;
        }
        Map<String, List<Arrival>> dropped = dropped(accounts);
        for (RecordedVector vector : differing) {
            List<Arrival> drops = dropped.getOrDefault(vector.accountId(), List.of());
            find(vector, known(drops, vector), known(heard(vector.accountId()), vector))
                    .ifPresent(tally::arrivedLater);
        }
    }

    private Map<String, List<Arrival>> dropped(Set<String> accounts) {
        Map<String, List<Arrival>> arrivals = new HashMap<>();
        List<Row> rows = lake.arrivals(spark)
                .filter(functions.col(FactColumn.ACCOUNT_ID.code()).isin(accounts.toArray()))
                .collectAsList();
        for (Row row : rows) {
            arrivals.computeIfAbsent(row.getString(FactColumn.ACCOUNT_ID.ordinal()), id -> new ArrayList<>())
                    .add(new Arrival(fact(row), row.getInt(FactColumn.values().length)));
        }
        return arrivals;
    }

    private static Fact fact(Row row) {
        FactRow cells = new FactRow();
        for (FactColumn column : FactColumn.values()) {
            cells.set(column, row.get(column.ordinal()));
        }
        return FactCodec.toFact(cells);
    }

    private List<Arrival> heard(String accountId) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Fact fact : asked.heardOf(accountId)) {
            arrivals.add(new Arrival(fact, arrivals.size()));
        }
        return arrivals;
    }

    private static List<Arrival> known(List<Arrival> all, RecordedVector vector) {
        return all.stream()
                .filter(arrival -> arrival.fact().knownMicros() <= vector.asOfMicros())
                .toList();
    }

    /** Leaves out ever more of the last drops and, for each, ever more of the last events. */
    private Optional<Late> find(RecordedVector vector, List<Arrival> drops, List<Arrival> events) {
        FeatureBuilder builder = FeatureBuilder.of(schemas.get(vector).attributes());
        for (int dropCut : cuts(drops)) {
            for (int eventCut : cuts(events)) {
                List<Fact> left = new ArrayList<>();
                List<Fact> later = new ArrayList<>();
                drops.forEach(one -> (one.place() < dropCut ? left : later).add(one.fact()));
                events.forEach(one -> (one.place() < eventCut ? left : later).add(one.fact()));
                if (!later.isEmpty() && isRecorded(vector, left, builder)) {
                    return Optional.of(new Late(vector.id(), later.size(), describe(later)));
                }
            }
        }
        return Optional.empty();
    }

    /** Places before which to cut: behind the last first. */
    private static List<Integer> cuts(List<Arrival> arrivals) {
        List<Integer> cuts = new ArrayList<>(List.of(Integer.MAX_VALUE));
        arrivals.stream()
                .map(Arrival::place)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(cuts::add);
        return cuts;
    }

    private static boolean isRecorded(RecordedVector vector, List<Fact> facts, FeatureBuilder builder) {
        KnownHistory known =
                AccountHistory.of(new AccountId(vector.accountId()), facts).knownAt(vector.asOfMicros());
        if (known.findAccount().isEmpty()) {
            return false;
        }
        float[] values = builder.build(known).toArray();
        for (int i = 0; i < values.length; i++) {
            if (SkewFold.isOther(vector.values()[i], values[i])) {
                return false;
            }
        }
        return true;
    }

    private static String describe(List<Fact> later) {
        Fact first =
                later.stream().min(Comparator.comparingLong(Fact::knownMicros)).orElseThrow();
        return first.table().code() + " " + first.key();
    }
}
