package io.arrears.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.TestLake.FactWriting;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountScanTest {
    private static final EnumSet<FactTable> ALL = EnumSet.allOf(FactTable.class);
    private static final FactWriting PLAIN = new FactWriting(false, List.of());
    private static final FactWriting OLDER = new FactWriting(true, List.of("attributes", "to_day", "propensity"));

    private final SparkSession spark = SharedSpark.get();
    private final Random random = new Random(7);
    private final RandomFacts facts = new RandomFacts(11);

    @TempDir
    private Path temp;

    private TestLake lake;

    @BeforeEach
    void atHome() {
        lake = new TestLake(new Home(temp));
    }

    /** Accounts with some facts of every kind; keys of different drops meet, so that facts have versions. */
    private Map<String, List<Fact>> drop(int accounts, int factsEach) {
        Map<String, List<Fact>> drop = new TreeMap<>();
        for (int i = 0; i < accounts; i++) {
            String account = "account-" + random.nextInt(3 * accounts) + (i % 7 == 0 ? "-\uD83D\uDE00" : "-\uFF5E");
            List<Fact> all = drop.computeIfAbsent(account, id -> new ArrayList<>());
            int count = 1 + random.nextInt(factsEach);
            for (int k = 0; k < count; k++) {
                FactTable table = FactTable.values()[random.nextInt(FactTable.values().length)];
                all.add(facts.of(table, account, "key-" + random.nextInt(20)));
            }
        }
        return drop;
    }

    private Map<String, List<Fact>> scanned(HistoryLake in, EnumSet<FactTable> tables) {
        Map<String, List<Fact>> all = new TreeMap<>(Utf8Order::compare);
        LakeBuckets buckets = in.buckets(spark);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            try (AccountScan scan = buckets.scan(bucket, tables)) {
                String before = "";
                while (scan.hasNext()) {
                    AccountFacts account = scan.next();
                    assertThat(Utf8Order.compare(before, account.accountId())).isNegative();
                    assertThat(all.put(account.accountId(), account.facts())).isNull();
                    before = account.accountId();
                }
            }
        }
        return all;
    }

    private static void assertSame(Map<String, List<Fact>> actual, Map<String, List<Fact>> expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((account, all) -> assertThat(actual.get(account)).containsExactlyInAnyOrderElementsOf(all));
    }

    @Test
    void it_gives_what_rows_give_over_kinds_drops_and_ways_of_writing() {
        lake.commit("one", drop(400, 60), FactWriting.USUAL);
        lake.commit("two", drop(300, 6), PLAIN);
        lake.commit("three", drop(300, 6), OLDER);
        HistoryLake all = lake.commit("four", drop(3, 2), FactWriting.USUAL);

        Map<String, List<Fact>> expected = AccountGroups.of(all.facts(spark));
        assertThat(expected).hasSizeGreaterThan(600);
        assertSame(scanned(all, ALL), expected);
    }

    @Test
    void it_gives_the_wanted_tables_alone() {
        lake.commit("one", drop(100, 10), FactWriting.USUAL);
        HistoryLake all = lake.commit("two", drop(100, 10), PLAIN);
        for (FactTable table : FactTable.values()) {
            Map<String, List<Fact>> expected =
                    AccountGroups.of(all.facts(spark).filter("fact = '%s'".formatted(table.code())));
            assertSame(scanned(all, EnumSet.of(table)), expected);
        }
    }

    /** One account larger than a batch, in two files. */
    @Test
    void an_account_may_fill_batches_and_files() {
        Map<String, List<Fact>> drop = drop(200, 30);
        drop.put("giant", payments("g", 30_000));
        lake.commit("one", drop, FactWriting.USUAL);
        HistoryLake all = lake.commit("two", Map.of("giant", payments("h", 9_000)), FactWriting.USUAL);

        Map<String, List<Fact>> scanned = scanned(all, ALL);
        assertThat(scanned.get("giant"))
                .hasSize(39_000)
                .first()
                .isEqualTo(payments("g", 1).get(0));
        assertSame(scanned, AccountGroups.of(all.facts(spark)));
    }

    private static List<Fact> payments(String prefix, int count) {
        List<Fact> payments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            payments.add(new Payment(
                    prefix + "%06d".formatted(i), 19_000, 1 + i, PaymentKind.PAYMENT, null, null, "card", i));
        }
        return payments;
    }

    @Test
    void skipping_leaves_out_the_accounts_before() {
        lake.commit("one", drop(3_000, 40), FactWriting.USUAL);
        HistoryLake all = lake.commit("two", drop(500, 4), FactWriting.USUAL);
        LakeBuckets buckets = all.buckets(spark);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            List<String> ids = ids(buckets, bucket);
            try (AccountScan scan = buckets.scan(bucket, ALL)) {
                for (int at = 0; at < ids.size(); at += 1 + random.nextInt(60)) {
                    scan.skipTo(random.nextBoolean() ? ids.get(at) : justBefore(ids, at));
                    assertThat(scan.next().accountId()).isEqualTo(ids.get(at));
                }
                scan.skipTo("z");
                assertThat(scan.hasNext()).isFalse();
            }
        }
    }

    @Test
    void taking_accounts_gives_theirs_and_decodes_no_other() {
        Map<String, List<Fact>> drop = drop(600, 20);
        drop.put("account-30-x", payments("p", 5));
        HistoryLake all = lake.commit("one", drop, new FactWriting(true, List.of(), "account-30-x"));
        LakeBuckets buckets = all.buckets(spark);
        assertThatThrownBy(() -> scanned(all, ALL)).isInstanceOf(RuntimeException.class);
        List<String> ids = new ArrayList<>(drop.keySet());
        ids.sort(Utf8Order::compare);
        Map<String, List<Fact>> taken = new TreeMap<>(Utf8Order::compare);
        Map<String, List<Fact>> wanted = new TreeMap<>(Utf8Order::compare);
        ids.stream()
                .filter(id -> id.hashCode() % 3 == 0 && !id.equals("account-30-x"))
                .forEach(id -> wanted.put(id, drop.get(id)));
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            try (AccountScan scan = buckets.scan(bucket, ALL)) {
                for (String id : wanted.keySet()) {
                    List<Fact> facts = scan.take(id);
                    if (!facts.isEmpty()) {
                        assertThat(taken.put(id, facts)).isNull();
                    }
                    assertThat(scan.take(id + "!")).isEmpty();
                }
            }
        }
        assertThat(wanted).hasSizeGreaterThan(100);
        assertSame(taken, wanted);
    }

    /** An id that stands between the one at {@code at} and its predecessor. */
    private static String justBefore(List<String> ids, int at) {
        return at == 0 ? "" : ids.get(at - 1) + "!";
    }

    private static List<String> ids(LakeBuckets buckets, int bucket) {
        List<String> ids = new ArrayList<>();
        try (AccountScan scan = buckets.scan(bucket, ALL)) {
            scan.forEachRemaining(account -> ids.add(account.accountId()));
        }
        return ids;
    }

    @Test
    void an_empty_lake_has_no_accounts() {
        assertThat(scanned(HistoryLake.open(new Home(temp)), ALL)).isEmpty();
    }

    @Test
    void a_damaged_file_is_named() throws IOException {
        HistoryLake all = lake.commit("one", drop(50, 5), FactWriting.USUAL);
        Path file = all.factFiles().get(0);
        Files.writeString(file, "no parquet");
        assertThatThrownBy(() -> scanned(all, ALL))
                .hasMessageContaining(file.getFileName().toString());
    }

    @Test
    void accounts_stand_in_the_order_of_their_bytes() {
        String[] ids = {"", "a", "aa", "b", "\u00E9", "\uD7FF", "\uE000", "\uFF5E", "\uD83D\uDE00", "\uDBFF\uDFFF"};
        for (String a : ids) {
            for (String b : ids) {
                int byBytes =
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
                assertThat(Integer.signum(Utf8Order.compare(a, b))).isEqualTo(Integer.signum(byBytes));
            }
        }
    }
}
