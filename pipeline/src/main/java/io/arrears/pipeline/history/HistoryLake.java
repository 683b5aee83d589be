package io.arrears.pipeline.history;

import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.BucketFiles.LakeFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The history as it was in force when opened: a later ingest doesn't change what this object reads. Thread-safe.
 *
 * <p>Holds every version of every fact; what was known when is for {@link
 * io.arrears.model.account.AccountHistory#knownAt} to say.
 */
public final class HistoryLake {
    /** Number of buckets accounts are spread over, unless the lake was made with another. */
    public static final int BUCKETS = 16;

    private final LakeFolder folder;
    private final Generation generation;
    private final List<DropRecord> records;
    private final List<FactLayer> layers;

    private HistoryLake(LakeFolder folder, Generation generation, List<DropRecord> records) {
        this.folder = folder;
        this.generation = generation;
        this.records = records;
        this.layers = folder.layers(generation, records);
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
        return read(spark, files().flatMap(bucket -> bucket.files().stream()));
    }

    private static Dataset<Row> read(SparkSession spark, Stream<LakeFile> files) {
        String[] uris = files.map(LakeFile::uri).toArray(String[]::new);
        return uris.length == 0
                ? spark.createDataFrame(List.<Row>of(), FactRows.SCHEMA)
                : spark.read().schema(FactRows.SCHEMA).parquet(uris);
    }

    /**
     * The versions known when the day began, outdated ones included: for counting. Which of them counts is for {@link
     * io.arrears.model.account.AccountHistory#knownAt} to say.
     */
    public Dataset<Row> factsKnownAtStartOf(SparkSession spark, int day) {
        return facts(spark).filter(functions.col(FactColumn.KNOWN_US.code()).leq(Days.startMicros(day)));
    }

    /**
     * The facts in order of arrival: with an int {@code arrival}, later drops having higher ones. Drops whose files have
     * been merged have the same.
     */
    public Dataset<Row> arrivals(SparkSession spark) {
        Dataset<Row> all = spark.createDataFrame(List.<Row>of(), FactRows.SCHEMA.add("arrival", DataTypes.IntegerType));
        for (int i = 0; i < layers.size(); i++) {
            FactLayer layer = layers.get(i);
            Dataset<Row> facts =
                    read(spark, IntStream.range(0, bucketCount()).boxed().flatMap(layer::files));
            all = all.union(facts.withColumn("arrival", functions.lit(i)));
        }
        return all;
    }

    /** The Parquet files with every version of every fact, for other engines. */
    public List<Path> factFiles() {
        return files().flatMap(bucket -> bucket.files().stream())
                .map(file -> Path.of(URI.create(file.uri())))
                .toList();
    }

    private Stream<BucketFiles> files() {
        return IntStream.range(0, bucketCount())
                .mapToObj(bucket -> new BucketFiles(
                        bucket,
                        layers.stream()
                                .flatMap(layer -> layer.files(bucket))
                                .collect(Collectors.toCollection(ArrayList::new))));
    }

    /** Number of buckets accounts are spread over; fixed when the lake was made. */
    public int bucketCount() {
        return generation.buckets();
    }

    /** The number of the generation in force when opened; 0 when nothing was ingested yet. */
    public int generationNumber() {
        return generation.number();
    }

    /** How many files the bucket with the most has. */
    public int mostFilesPerBucket() {
        return files().mapToInt(bucket -> bucket.files().size()).max().orElse(0);
    }

    /** The lake as buckets of accounts, for jobs that read them side by side with other rows. */
    public LakeBuckets buckets(SparkSession spark) {
        return new LakeBuckets(spark, files().toList());
    }

    /**
     * Calls {@code fold} once per account with its whole history, on the executors, one account at a time.
     *
     * @param out the schema of the rows the fold makes
     */
    public Dataset<Row> mapAccounts(SparkSession spark, StructType out, AccountFold fold) {
        JavaRDD<Row> rows =
                buckets(spark).map(spark, EnumSet.allOf(FactTable.class), accounts -> new FoldedRows(accounts, fold));
        return spark.createDataFrame(rows, out);
    }

    /** The same for a fold that is faster on many accounts at once. */
    public <T> Dataset<Row> mapGroups(SparkSession spark, StructType out, GroupFold<T> fold) {
        JavaRDD<Row> rows = buckets(spark)
                .map(spark, EnumSet.allOf(FactTable.class), accounts -> new GroupedRows<>(accounts, fold));
        return spark.createDataFrame(rows, out);
    }

    /**
     * Some accounts as they were known when a day began, each with its contacts, consents and flags and nothing else.
     * Accounts that were not known yet are left out.
     */
    public List<KnownHistory> listKnown(SparkSession spark, Set<String> accounts, int asOfDay) {
        KnownFacts fold = new KnownFacts(new HashSet<>(accounts), asOfDay);
        Set<FactTable> tables = EnumSet.of(FactTable.ACCOUNTS, FactTable.CONTACTS, FactTable.CONSENTS, FactTable.FLAGS);
        JavaRDD<Row> rows = buckets(spark).map(spark, tables, found -> new FoldedRows(found, fold));
        return fold.collect(spark.createDataFrame(rows, FactRows.SCHEMA).toLocalIterator());
    }

    /** Makes something of the facts of one table, bucket by bucket on the executors, account by account. */
    public <T> JavaRDD<T> mapTable(
            SparkSession spark, FactTable table, FlatMapFunction<Iterator<AccountFacts>, T> perBucket) {
        return buckets(spark).map(spark, EnumSet.of(table), perBucket::call);
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

    /**
     * The latest event day of any fact, empty for an empty lake. What is dated after its drop came in has not happened
     * yet and counts as of that day: one payment dated 2200 must not move the book's clock.
     */
    public OptionalInt watermark() {
        return records.stream()
                .filter(drop -> drop.facts().lastDay() != null)
                .mapToInt(HistoryLake::lastDay)
                .max();
    }

    private static int lastDay(DropRecord drop) {
        int ingestedDay = Days.of(Days.micros(Instant.parse(drop.ingestedAt())));
        return Math.min(Objects.requireNonNull(drop.facts().lastDay()), ingestedDay);
    }

    /** The attributes of the accounts in force, as learned at the last ingest. */
    public AttributeCatalogue attributeCatalogue() {
        return generation.number() == 0
                ? AttributeCatalogue.EMPTY
                : LakeFolder.read(folder.catalogue(generation.number()), AttributeCatalogue.class);
    }
}
