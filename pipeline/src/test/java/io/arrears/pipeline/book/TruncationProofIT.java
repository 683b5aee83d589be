package io.arrears.pipeline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import io.arrears.model.account.MessyFacts;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.AccountFold;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.AttributeLearning;
import io.arrears.pipeline.ingest.Ingest;
import io.arrears.pipeline.ingest.IngestRequest;
import io.arrears.pipeline.ingest.MessyDrop;
import io.arrears.pipeline.spark.SparkSessions;
import io.arrears.pipeline.training.TrainingRowsJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof holds on a messy book, and finds every way in which later knowledge could leak. */
class TruncationProofIT {
    private static final int ACCOUNTS = 40;
    private static final int AS_OF = MessyFacts.FIRST_DAY + 200;

    @TempDir
    private static Path folder;

    private static Home home;
    private static HistoryLake lake;
    private static SparkSession spark;

    @BeforeAll
    static void ingest() {
        spark = SparkSessions.open("local[2]", "truncation proof");
        home = new Home(folder.resolve("home"));
        Path drop = MessyDrop.of(1, ACCOUNTS).csv(folder.resolve("drop"), 1);
        Ingest.run(spark, new IngestRequest(drop.toString(), null, home, 1, Instant.parse("2026-01-01T00:00:00Z")));
        lake = HistoryLake.open(home);
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    private static TruncationProof prove(Path published) throws Exception {
        return TruncationProof.run(spark, lake, home, published, AS_OF);
    }

    @Test
    void it_holds_and_says_what_was_deleted_and_compared() throws Exception {
        TruncationProof proof = prove(FeatureJob.run(spark, lake, home, AS_OF));

        assertThat(proof.firstDifference()).isNull();
        assertThat(proof.holds()).isTrue();
        assertThat(proof.factsDeleted()).isGreaterThan(200);
        assertThat(proof.factsKept() + proof.factsDeleted())
                .isEqualTo(lake.facts(spark).count());
        assertThat(proof.vectorsCompared()).isEqualTo(ACCOUNTS);
        assertThat(proof.vectorsSha256()).hasSize(64);
        assertThat(home.root().resolve("truncated/as-of=" + Days.date(AS_OF)))
                .as("the second lake is gone")
                .doesNotExist();
    }

    @Test
    void a_fold_that_looks_ahead_is_found_and_named() throws Exception {
        TruncationProof proof = prove(publish(AttributeLearning.asOf(spark, lake, AS_OF), AS_OF + 3));

        assertThat(proof.holds()).isFalse();
        assertThat(proof.vectorsDiffering()).isBetween(1L, (long) ACCOUNTS);
        assertThat(proof.firstDifference()).startsWith("account A0").contains(" as of ", " is ", " against ");
    }

    @Test
    void a_single_changed_bit_is_found_and_so_is_a_missing_vector() throws Exception {
        Path version = FeatureJob.run(spark, lake, home, AS_OF);
        Path changed = folder.resolve("changed");
        spark.read()
                .parquet(version.toString())
                .filter("account_id <> 'A011'")
                .withColumn(
                        "payments_total",
                        functions.expr(
                                "cast(if(account_id = 'A007', payments_total * 1.0000001D, payments_total) as float)"))
                .write()
                .parquet(changed.toString());

        VectorComparison comparison = VectorComparison.of(version, changed);

        assertThat(comparison.rows()).isEqualTo(ACCOUNTS);
        assertThat(comparison.differing()).isEqualTo(2);
        assertThat(comparison.firstDifference()).startsWith("account A007").contains("payments_total");
        assertThat(VectorComparison.of(changed, version).firstDifference()).startsWith("account A007");
        assertThat(VectorComparison.of(version, version).differing()).isZero();
    }

    @Test
    void an_attribute_learned_from_later_accounts_is_found() throws Exception {
        Home there = new Home(folder.resolve("attributes"));
        Path early = Files.createDirectories(folder.resolve("early"));
        Files.writeString(early.resolve("accounts.csv"), """
                account_id,receivable_type,currency,opened_on,x_region
                A1,utility,EUR,2024-01-01,north
                A2,utility,EUR,2024-01-02,south
                A3,utility,EUR,2024-05-01,west
                """);
        Ingest.run(spark, new IngestRequest(early.toString(), null, there, 0, Instant.EPOCH));
        HistoryLake later = HistoryLake.open(there);
        int day = Days.of(java.time.LocalDate.parse("2024-03-01"));

        Path honest = FeatureJob.run(spark, later, there, day);
        assertThat(TruncationProof.run(spark, later, there, honest, day).holds())
                .isTrue();
        assertThat(spark.read().parquet(honest.toString()).columns()).doesNotContain("x_region=west");

        Path leaky = publish(later, later.attributeCatalogue(), day, day);
        assertThat(TruncationProof.run(spark, later, there, leaky, day).firstDifference())
                .contains("columns")
                .contains("x_region=west");
    }

    /** Features and outcomes of a training as of a day: nothing known later has a part in either. */
    @Test
    void training_rows_hold_nothing_unknown_on_the_training_day() throws Exception {
        Path rows = TrainingRowsJob.run(spark, lake, home, AS_OF);

        TruncationProof proof = TruncationProof.run(
                spark,
                lake,
                home,
                rows,
                AS_OF,
                (truncated, there) -> TrainingRowsJob.run(spark, truncated, there, AS_OF));

        assertThat(proof.firstDifference()).isNull();
        assertThat(proof.vectorsCompared()).isGreaterThan(ACCOUNTS);
    }

    /** The features of each training row are those of its own day, not of the day of the training. */
    @Test
    void training_rows_hold_the_features_of_their_own_day() {
        Path rows = TrainingRowsJob.run(spark, lake, home, AS_OF);
        AttributeCatalogue attributes = AttributeLearning.asOf(spark, lake, AS_OF);
        List<String> names = FeatureBuilder.of(attributes).schema().names();
        Dataset<Row> training = spark.read().parquet(rows.toString());
        List<Integer> days = training.select("as_of").distinct().collectAsList().stream()
                .map(row -> row.getInt(0))
                .sorted()
                .toList();
        assertThat(days).hasSizeGreaterThan(4);
        int day = days.get(2);
        HistoryLake truncated = TruncatedLake.write(spark, lake, new Home(folder.resolve("own-day")), day)
                .lake();
        Dataset<Row> own =
                truncated.mapAccounts(spark, FeatureFold.schema(attributes), new FeatureFold(attributes, day));
        Dataset<Row> claimed = training.filter(functions.col("as_of").equalTo(day));
        assertThat(claimed.count()).isPositive();
        assertThat(columns(claimed, names).exceptAll(columns(own, names)).count())
                .as("rows as of %s that the lake of that day does not give", Days.date(day))
                .isZero();
    }

    private static Dataset<Row> columns(Dataset<Row> rows, List<String> names) {
        return rows.select(
                "account_id", names.stream().map(name -> "`" + name + "`").toArray(String[]::new));
    }

    private static Path publish(AttributeCatalogue attributes, int seenThrough) {
        return publish(lake, attributes, AS_OF, seenThrough);
    }

    private static Path publish(HistoryLake from, AttributeCatalogue attributes, int asOf, int seenThrough) {
        Path version = folder.resolve("leaky-" + System.nanoTime());
        from.mapAccounts(spark, FeatureFold.schema(attributes), new LeakyFold(attributes, asOf, seenThrough))
                .write()
                .parquet(version.toString());
        return version;
    }

    /** Says it is of one day and knows what became known until a later one. */
    private record LeakyFold(AttributeCatalogue attributes, int asOf, int seenThrough) implements AccountFold {
        @Override
        public Iterator<Row> apply(AccountHistory history) {
            Iterator<Row> ahead = new FeatureFold(attributes, seenThrough).apply(history);
            if (!ahead.hasNext()) {
                return ahead;
            }
            Row row = ahead.next();
            @Nullable Object[] values = new @Nullable Object[row.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.get(i);
            }
            values[1] = Days.date(asOf);
            return List.of(RowFactory.create(values)).iterator();
        }
    }
}
