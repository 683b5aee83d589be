package io.arrears.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.TestLake.FactWriting;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final int BUCKETS = 2;
    private static final int MAX_FILES = 2;

    private final SparkSession spark = SharedSpark.get();
    private final Random random = new Random(3);
    private final RandomFacts facts = new RandomFacts(5);

    @TempDir
    private Path temp;

    private Home home;

    @BeforeEach
    void atHome() {
        home = new Home(temp.resolve("home"));
    }

    private HistoryLake commit(String dropId) {
        Map<String, List<Fact>> drop = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            String account = "account-" + random.nextInt(60);
            List<Fact> all = drop.computeIfAbsent(account, id -> new ArrayList<>());
            for (FactTable table : FactTable.values()) {
                all.add(facts.of(table, account, "key-" + random.nextInt(20)));
            }
        }
        return new TestLake(home, BUCKETS).commit(dropId, drop, FactWriting.USUAL);
    }

    private HistoryLake threeDrops() {
        commit("one");
        commit("two");
        return commit("three");
    }

    private HistoryLake compact() {
        try (LakeWriter writer = LakeWriter.lock(home)) {
            writer.compactAbove(MAX_FILES, spark);
            return writer.lake();
        }
    }

    private List<String> rows(HistoryLake lake) {
        return lake
                .facts(spark)
                .select(functions.to_json(functions.struct(functions.col("*"))))
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void every_version_stays_and_files_become_one_per_bucket() {
        HistoryLake before = threeDrops();
        HistoryLake after = compact();

        assertThat(before.mostFilesPerBucket()).isEqualTo(3);
        assertThat(after.mostFilesPerBucket()).isOne();
        assertThat(rows(after)).isEqualTo(rows(before));
        assertThat(AccountGroups.of(after.facts(spark)).keySet()).isNotEmpty();
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.ledger()).isEqualTo(before.ledger());
        assertThat(after.watermark()).isEqualTo(before.watermark());
        assertThat(HistoryLake.open(home).generationNumber()).isEqualTo(before.generationNumber() + 1);
        assertThat(compact().generationNumber()).as("nothing to merge").isEqualTo(after.generationNumber());
    }

    @Test
    void merged_files_are_sorted_by_account_and_hold_their_bucket_only() {
        threeDrops();
        LakeBuckets buckets = compact().buckets(spark);
        int accounts = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            try (AccountScan scan = buckets.scan(bucket, EnumSet.allOf(FactTable.class))) {
                String last = "";
                while (scan.hasNext()) {
                    AccountFacts account = scan.next();
                    assertThat(Utf8Order.compare(last, account.accountId())).isNegative();
                    assertThat(account.facts()).isSortedAccordingTo(FactRows.ORDER);
                    last = account.accountId();
                    accounts++;
                }
            }
        }
        assertThat(accounts)
                .isEqualTo(AccountGroups.of(HistoryLake.open(home).facts(spark)).size());
    }

    @Test
    void replaced_files_stay_for_readers_until_the_next_but_one_drop() {
        HistoryLake reader = threeDrops();
        List<String> seen = rows(reader);
        compact();
        commit("four");
        assertThat(rows(reader)).isEqualTo(seen);
        commit("five");
        assertThat(rows(reader)).as("grace of one drop").isEqualTo(seen);
        HistoryLake now = commit("six");
        assertThat(reader.factFiles()).noneMatch(Files::exists);
        assertThat(now.factFiles()).allMatch(Files::exists);
        assertThat(now.mostFilesPerBucket()).isEqualTo(4);

        HistoryLake again = compact();
        assertThat(rows(again)).isEqualTo(rows(now));
        commit("seven");
        commit("eight");
        commit("nine");
        assertThat(now.factFiles()).noneMatch(Files::exists);
        assertThat(folders("compacted")).hasSize(1);
        assertThat(HistoryLake.open(home).ledger()).hasSize(9);
    }

    /** The states on disk between the steps of a compaction, each made from the finished one. */
    @Test
    void killed_between_any_two_steps_it_leaves_a_readable_lake() throws IOException {
        HistoryLake before = threeDrops();
        List<String> facts = rows(before);
        int old = before.generationNumber();
        Path history = home.history();
        int merged = compact().generationNumber();

        Files.writeString(history.resolve("CURRENT"), old + "\n");
        assertThat(rows(HistoryLake.open(home))).as("pointer not moved").isEqualTo(facts);
        assertCleanedUpBy(facts);

        Files.writeString(history.resolve("CURRENT"), old + "\n");
        Files.delete(history.resolve("generations/%d-attributes.json".formatted(merged)));
        Files.writeString(history.resolve("generations/%d.json".formatted(merged)), "{half");
        assertThat(rows(HistoryLake.open(home))).as("generation half written").isEqualTo(facts);
        assertCleanedUpBy(facts);

        Files.writeString(history.resolve("CURRENT"), old + "\n");
        Files.delete(history.resolve("generations/%d.json".formatted(merged)));
        Files.createDirectories(history.resolve("staging"));
        Files.move(history.resolve("compacted/" + merged), history.resolve("staging/compaction"));
        Files.delete(history.resolve("staging/compaction/facts.json"));
        assertThat(rows(HistoryLake.open(home))).as("still staged").isEqualTo(facts);
        assertCleanedUpBy(facts);
    }

    /** The next writer removes what was left, and compacts anew. */
    private void assertCleanedUpBy(List<String> facts) {
        try (LakeWriter writer = LakeWriter.lock(home)) {
            assertThat(writer.lake().mostFilesPerBucket()).isEqualTo(3);
            assertThat(folders("compacted")).isEmpty();
            assertThat(folders("staging")).isEmpty();
        }
        HistoryLake after = compact();
        assertThat(after.mostFilesPerBucket()).isOne();
        assertThat(rows(after)).isEqualTo(facts);
    }

    /** Killed while it removes replaced files, half of them are gone. */
    @Test
    void half_removed_files_are_removed_by_the_next_writer() throws IOException {
        HistoryLake reader = threeDrops();
        compact();
        commit("four");
        Files.delete(reader.factFiles().get(0));
        List<String> facts = rows(HistoryLake.open(home));
        commit("five");
        commit("six");
        assertThat(reader.factFiles()).noneMatch(Files::exists);
        assertThat(rows(HistoryLake.open(home))).containsAll(facts);
    }

    private List<Path> folders(String name) {
        Path parent = home.history().resolve(name);
        if (!Files.exists(parent)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A generation of the first layout has no number of buckets and no compaction. */
    @Test
    void lakes_of_the_first_layout_open() throws IOException {
        HistoryLake lake = new TestLake(home)
                .commit("one", Map.of("a", List.of(facts.of(FactTable.FLAGS, "a", "k"))), FactWriting.USUAL);
        Path generation = home.history().resolve("generations/1.json");
        String first = Files.readString(generation)
                .replaceAll("\"layout\" : 2", "\"layout\" : 1")
                .replaceAll("\\s*\"buckets\" : 16,", "")
                .replaceAll(",\\s*\"compaction\" : null", "");
        assertThat(first).doesNotContain("buckets").doesNotContain("compaction");
        Files.writeString(generation, first);

        assertThat(HistoryLake.open(home).bucketCount()).isEqualTo(16);
        assertThat(rows(HistoryLake.open(home))).isEqualTo(rows(lake)).hasSize(1);
    }
}
