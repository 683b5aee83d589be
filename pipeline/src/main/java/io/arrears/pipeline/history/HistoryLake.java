package io.arrears.pipeline.history;

import io.arrears.model.account.Days;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The history as it was in force when opened: a later ingest doesn't change what this object reads. Thread-safe.
 *
 * <p>Holds every version of every fact; what was known when is for {@link
 * io.arrears.model.account.AccountHistory#knownAt} to say.
 */
public final class HistoryLake {
    /** Number of buckets accounts are spread over; fixed by the layout. */
    public static final int BUCKETS = Buckets.COUNT;

    private final LakeFolder folder;
    private final Generation generation;
    private final List<DropRecord> records;

    private HistoryLake(LakeFolder folder, Generation generation, List<DropRecord> records) {
        this.folder = folder;
        this.generation = generation;
        this.records = records;
    }

    /** The lake in force under {@code home}; an empty one when nothing was ingested yet. */
    public static HistoryLake open(Home home) {
        LakeFolder folder = LakeFolder.of(home);
        Generation generation = folder.currentGeneration();
        return at(folder, generation);
    }

    static HistoryLake at(LakeFolder folder, Generation generation) {
        return new HistoryLake(folder, generation, List.copyOf(folder.records(generation)));
    }

    public boolean isEmpty() {
        return records.stream().allMatch(drop -> drop.facts().rows() == 0);
    }

    /** Every version of every fact, in the columns of {@link io.arrears.model.mart.FactColumn}; in no order. */
    public Dataset<Row> facts(SparkSession spark) {
        List<String> paths = Buckets.paths(folder, records);
        return paths.isEmpty()
                ? spark.createDataFrame(List.<Row>of(), FactRows.SCHEMA)
                : spark.read().schema(FactRows.SCHEMA).parquet(paths.toArray(String[]::new));
    }

    /**
     * The versions known when the day began, outdated ones included: for counting. Which of them counts is for {@link
     * io.arrears.model.account.AccountHistory#knownAt} to say.
     */
    public Dataset<Row> factsKnownAtStartOf(SparkSession spark, int day) {
        return facts(spark).filter(functions.col(FactColumn.KNOWN_US.code()).leq(Days.startMicros(day)));
    }

    /** The Parquet files with every version of every fact, for other engines. */
    public List<Path> factFiles() {
        return Buckets.paths(folder, records).stream()
                .map(path -> Path.of(URI.create(path)))
                .toList();
    }

    /** The facts, each partition sorted by account, no account in two partitions. */
    public Dataset<Row> buckets(SparkSession spark) {
        return Buckets.sorted(spark, folder, records);
    }

    /**
     * The facts in exactly {@link #BUCKETS} partitions, empty ones included, each sorted by account in the order of
     * UTF-8 bytes. An account is in the partition that {@code repartition(BUCKETS, account_id)} gives it: that is how
     * a drop and the lake meet.
     */
    public JavaRDD<Row> numberedBuckets(SparkSession spark) {
        return Buckets.numbered(spark, folder, records);
    }

    /**
     * Calls {@code fold} once per account with its whole history, on the executors, one account at a time.
     *
     * @param out the schema of the rows the fold makes
     */
    public Dataset<Row> mapAccounts(SparkSession spark, StructType out, AccountFold fold) {
        return fold(buckets(spark), out, fold);
    }

    /** The same over the facts for which {@code kept} holds, as if the others had never come. */
    public Dataset<Row> mapAccounts(SparkSession spark, StructType out, AccountFold fold, Column kept) {
        return fold(buckets(spark).filter(kept), out, fold);
    }

    private static Dataset<Row> fold(Dataset<Row> buckets, StructType out, AccountFold fold) {
        return buckets.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> new FoldedRows(new AccountGroups(rows), fold),
                Encoders.row(out));
    }

    /** SHA-256 over the facts in force; unchanged by a drop that added nothing. */
    public String digest() {
        Sha256 digest = new Sha256();
        records.stream()
                .map(DropRecord::facts)
                .filter(facts -> facts.rows() > 0)
                .forEach(facts -> digest.add(facts.digest()));
        return digest.hex();
    }

    /** The drops in force, in the order they came. */
    public List<DropRecord> ledger() {
        return records;
    }

    /** The latest event day of any fact, empty for an empty lake. */
    public OptionalInt watermark() {
        return records.stream()
                .map(drop -> drop.facts().lastDay())
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max();
    }

    /** The attributes of the accounts in force, as learned at the last ingest. */
    public AttributeCatalogue attributeCatalogue() {
        return generation.number() == 0
                ? AttributeCatalogue.EMPTY
                : LakeFolder.read(folder.catalogue(generation.number()), AttributeCatalogue.class);
    }
}
