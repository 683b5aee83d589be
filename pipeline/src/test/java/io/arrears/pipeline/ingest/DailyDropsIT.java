package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.book.FeatureFold;
import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.LakeWriter;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.spark.SharedSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty days of drops: the ledger's chain is the book, files stay bounded, features don't notice. */
class DailyDropsIT {
    private static final int DAYS = 40;
    private static final int BUCKETS = 2;

    private final SparkSession spark = SharedSpark.get();

    @TempDir
    private Path temp;

    @Test
    void the_chain_of_drops_is_the_book_and_files_stay_bounded() {
        Home home = new Home(temp.resolve("home"));
        DailyBook book = new DailyBook();
        int most = 0;
        for (int day = 0; day < DAYS; day++) {
            DropFolder drop = book.next(DropFolder.create(temp.resolve("drop-" + day)));
            IngestSummary summary = ingest(home, drop);
            assertThat(summary.rejectedRows()).as("%s", summary.reasons()).isZero();
            HistoryLake lake = HistoryLake.open(home);
            most = Math.max(most, lake.mostFilesPerBucket());
            if (day % 4 == 0 || day == DAYS - 1) {
                assertThat(closings(summary.reconciliation())).isEqualTo(BookWalk.balances(spark, lake));
            }
        }
        List<DropRecord> ledger = HistoryLake.open(home).ledger();
        assertThat(ledger).hasSize(DAYS);
        assertThat(Reconciliation.breaks(ledger)).isEmpty();
        assertThat(ledger.get(DAYS - 1).reconciliation())
                .extracting(Reconciliation::currency)
                .containsExactly("EUR", "USD");
        assertThat(most).isBetween(Ingest.MAX_FILES_PER_BUCKET, Ingest.MAX_FILES_PER_BUCKET + 1);
        assertSameFeaturesOnceCompacted(home);
    }

    private IngestSummary ingest(Home home, DropFolder drop) {
        Instant now = Instant.parse("2024-06-01T00:00:00Z");
        return Ingest.run(spark, new IngestRequest(drop.path().toString(), null, home, 0, now, BUCKETS));
    }

    private static Map<String, Long> closings(List<Reconciliation> rows) {
        Map<String, Long> closings = new TreeMap<>();
        rows.forEach(row -> closings.put(row.currency(), row.closingMinor()));
        return closings;
    }

    private void assertSameFeaturesOnceCompacted(Home home) {
        HistoryLake before = HistoryLake.open(home);
        try (LakeWriter writer = LakeWriter.lock(home)) {
            writer.compactAbove(1, spark);
        }
        HistoryLake after = HistoryLake.open(home);
        assertThat(before.mostFilesPerBucket()).isGreaterThan(1);
        assertThat(after.mostFilesPerBucket()).isOne();
        assertThat(after.digest()).isEqualTo(before.digest());
        for (int day : new int[] {7, DAYS / 2, DAYS}) {
            int asOf = Days.of(DailyBook.date(day));
            assertThat(features(after, asOf)).isEqualTo(features(before, asOf)).isNotEmpty();
        }
    }

    private List<String> features(HistoryLake lake, int asOfDay) {
        return lake
                .mapAccounts(
                        spark,
                        FeatureFold.schema(lake.attributeCatalogue()),
                        new FeatureFold(lake.attributeCatalogue(), asOfDay))
                .select(functions.to_json(functions.struct(functions.col("*"))))
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }
}
