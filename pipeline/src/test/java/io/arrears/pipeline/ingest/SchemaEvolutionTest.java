package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.book.FeatureFold;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drops whose accounts gain, lose and rename {@code x_} columns. */
class SchemaEvolutionTest {
    private static final String ACCOUNTS = "account_id,receivable_type,currency,opened_on,known_at";

    private final SparkSession spark = SharedSpark.get();

    @TempDir
    private Path temp;

    private Home home;
    private int drops;

    @BeforeEach
    void atHome() {
        home = new Home(temp.resolve("home"));
    }

    private IngestSummary ingest(double maxRejectedShare, String... lines) {
        DropFolder drop = DropFolder.create(temp.resolve("drop-" + drops++)).file("accounts.csv", lines);
        Instant now = Instant.parse("2024-06-01T00:00:00Z");
        return Ingest.run(spark, new IngestRequest(drop.path().toString(), null, home, maxRejectedShare, now, 2));
    }

    /** A feature by account; absent accounts weren't known, null is missing. */
    private Map<String, Object> feature(String name, String asOf) {
        HistoryLake lake = HistoryLake.open(home);
        int day = Days.of(LocalDate.parse(asOf));
        Map<String, Object> values = new TreeMap<>();
        for (Row row : lake.mapAccounts(
                        spark,
                        FeatureFold.schema(lake.attributeCatalogue()),
                        new FeatureFold(lake.attributeCatalogue(), day))
                .collectAsList()) {
            values.put(row.getString(0), String.valueOf(row.get(row.fieldIndex(name))));
        }
        return values;
    }

    private List<String> attributeFeatures() {
        return Arrays.stream(FeatureFold.schema(HistoryLake.open(home).attributeCatalogue())
                        .fieldNames())
                .filter(name -> name.startsWith("x_"))
                .toList();
    }

    @Test
    void a_new_column_becomes_a_feature_that_is_missing_before() {
        ingest(0, ACCOUNTS, "A1,utility,EUR,2024-01-01,", "A2,utility,EUR,2024-01-01,");
        assertThat(attributeFeatures()).isEmpty();
        ingest(
                0,
                ACCOUNTS + ",x_score",
                "A1,utility,EUR,2024-01-01,2024-02-01T08:00:00Z,7.5",
                "A3,utility,EUR,2024-02-01,,3");

        assertThat(attributeFeatures()).containsExactly("x_score");
        assertThat(feature("x_score", "2024-01-20")).isEqualTo(Map.of("A1", "null", "A2", "null"));
        assertThat(feature("x_score", "2024-03-01")).isEqualTo(Map.of("A1", "7.5", "A2", "null", "A3", "3.0"));
    }

    @Test
    void a_drop_without_the_column_leaves_accounts_it_does_not_touch_as_they_were() {
        ingest(0, ACCOUNTS + ",x_score", "A1,utility,EUR,2024-01-01,,7.5", "A2,utility,EUR,2024-01-01,,3");
        ingest(0, ACCOUNTS, "A2,utility,EUR,2024-01-01,2024-02-01T08:00:00Z", "A3,utility,EUR,2024-02-01,");

        assertThat(attributeFeatures()).containsExactly("x_score");
        assertThat(feature("x_score", "2024-01-20")).isEqualTo(Map.of("A1", "7.5", "A2", "3.0"));
        assertThat(feature("x_score", "2024-03-01")).isEqualTo(Map.of("A1", "7.5", "A2", "null", "A3", "null"));
    }

    @Test
    void a_renamed_column_is_another_feature() {
        ingest(0, ACCOUNTS + ",x_score", "A1,utility,EUR,2024-01-01,,7.5", "A2,utility,EUR,2024-01-01,,3");
        ingest(0, ACCOUNTS + ",x_rating", "A1,utility,EUR,2024-01-01,2024-02-01T08:00:00Z,8");

        assertThat(attributeFeatures()).containsExactlyInAnyOrder("x_score", "x_rating");
        assertThat(feature("x_score", "2024-03-01")).isEqualTo(Map.of("A1", "null", "A2", "3.0"));
        assertThat(feature("x_rating", "2024-03-01")).isEqualTo(Map.of("A1", "8.0", "A2", "null"));
        assertThat(feature("x_rating", "2024-01-20")).isEqualTo(Map.of("A1", "null", "A2", "null"));
    }

    /** History is not rewritten: what an account is now known to be needs the time it became known. */
    @Test
    void a_new_column_without_a_later_known_time_is_a_conflict() {
        ingest(0, ACCOUNTS, "A1,utility,EUR,2024-01-01,");
        IngestSummary summary = ingest(1, ACCOUNTS + ",x_score", "A1,utility,EUR,2024-01-01,,7.5");

        assertThat(summary.reasons()).extracting(ReasonCount::reason).containsExactly("duplicate_key");
        assertThat(attributeFeatures()).isEmpty();
    }
}
