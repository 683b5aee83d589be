package io.arrears.pipeline.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.journal.LineLog;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.JournalLine;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.Ingest;
import io.arrears.pipeline.ingest.IngestRequest;
import io.arrears.pipeline.replay.SkewReport.Example;
import io.arrears.pipeline.replay.SkewReport.FeatureSkew;
import io.arrears.pipeline.replay.SkewReport.NotCompared;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers about the small portfolio, some after live events, held against the batch road. */
final class SkewJobTest {
    private static final int DAY = Days.of(LocalDate.of(2026, 6, 15));
    private static final long NOON = Days.startMicros(DAY) + 12 * 3_600_000_000L;
    private static final long HOUR = 3_600_000_000L;

    @TempDir
    private static Path ingested;

    @TempDir
    private Path folder;

    private Home home;
    private Map<String, List<Fact>> mart;

    @BeforeAll
    static void ingest() {
        ingest(new Home(ingested), Path.of("..", "data-samples", "portfolio-small"));
    }

    private static void ingest(Home home, Path drop) {
        Ingest.run(SharedSpark.get(), new IngestRequest(drop.toString(), null, home, 0, Instant.EPOCH));
    }

    @BeforeEach
    void publish() throws IOException {
        home = new Home(folder.resolve("home"));
        copy(new Home(ingested).history(), home.history());
        mart = new TreeMap<>();
        for (Row row : HistoryLake.open(home).facts(SharedSpark.get()).collectAsList()) {
            FactRow cells = new FactRow();
            for (FactColumn column : FactColumn.values()) {
                cells.set(column, row.get(column.ordinal()));
            }
            mart.computeIfAbsent(row.getString(FactColumn.ACCOUNT_ID.ordinal()), id -> new ArrayList<>())
                    .add(FactCodec.toFact(cells));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }

    /** The open accounts as the service knows them: what was published and what came in live. */
    private List<KnownHistory> book(long asOfMicros, List<JournalLine> heard) {
        List<KnownHistory> book = new ArrayList<>();
        mart.forEach((id, facts) -> {
            List<Fact> all = new ArrayList<>(facts);
            heard.stream().filter(line -> line.accountId().value().equals(id)).forEach(line -> all.add(line.fact()));
            KnownHistory known = AccountHistory.of(new AccountId(id), all).knownAt(asOfMicros);
            if (known.isOpen()
                    && known.getAccount().currency().getCurrencyCode().equals("EUR")) {
                book.add(known);
            }
        });
        return book;
    }

    private RecordedHome answer(List<KnownHistory> accounts) throws IOException {
        return RecordedHome.write(home, HistoryLake.open(home).attributeCatalogue(), accounts);
    }

    private SkewReport report() {
        return SkewJob.run(SharedSpark.get(), HistoryLake.open(home), home, null);
    }

    private static JournalLine payment(KnownHistory account, String key, long knownMicros) {
        return new JournalLine(
                account.id(), new Payment(key, DAY, 1_234, PaymentKind.PAYMENT, null, null, null, knownMicros));
    }

    private void write(JournalLine... lines) {
        try (LineLog log = LineLog.open(home.journal().resolve(JournalLine.FILE), (offset, line) -> true)) {
            log.append(Stream.of(lines).map(JournalLine::encode).toList());
        }
    }

    private int index(String feature) {
        FeatureSchema schema =
                FeatureBuilder.of(HistoryLake.open(home).attributeCatalogue()).schema();
        return schema.findIndex(feature).orElseThrow();
    }

    @Test
    void a_served_book_shows_no_skew_at_any_instant() throws IOException {
        List<KnownHistory> answered = new ArrayList<>();
        for (int day = DAY - 200; day <= DAY; day += 40) {
            answered.addAll(book(Days.startMicros(day) + 7 * HOUR, List.of()));
        }
        answer(answered);

        SkewReport found = report();

        assertThat(found.records()).isGreaterThan(60).isEqualTo(answered.size());
        assertThat(found)
                .isEqualTo(new SkewReport(answered.size(), answered.size(), 0, 0, List.of(), List.of(), List.of()));
        assertThat(found.isClean()).isTrue();
    }

    @Test
    void what_the_service_heard_live_the_batch_road_hears_too() throws IOException {
        JournalLine event = payment(book(NOON, List.of()).get(0), "live-1", NOON - HOUR);
        write(event);
        answer(book(NOON, List.of(event)));
        assertThat(report().differing()).isZero();

        Files.delete(home.journal().resolve(JournalLine.FILE));
        SkewReport deaf = report();

        assertThat(deaf.differing()).isOne();
        assertThat(deaf.arrivedLater()).isZero();
        assertThat(deaf.features()).extracting(FeatureSkew::feature).contains("days_since_last_payment");
    }

    @Test
    void what_the_service_heard_afterwards_changes_nothing() throws IOException {
        write(payment(book(NOON, List.of()).get(0), "live-1", NOON + HOUR));
        answer(book(NOON, List.of()));

        assertThat(report().differing()).isZero();
    }

    @Test
    void one_altered_entry_is_found_and_named() throws IOException {
        RecordedHome recorded = answer(book(NOON, List.of()));
        int at = index("days_past_due");
        String json = recorded.json(3);
        String[] vector = json.replaceFirst(".*\"vector\":\\[([^]]*)].*", "$1").split(",");
        float computed = Float.parseFloat(vector[at]);
        String sound = String.join(",", vector);
        vector[at] = Float.toString(Math.nextUp(computed));
        recorded.forge(3, json.replace(sound, String.join(",", vector)));

        SkewReport found = report();

        assertThat(found.compared()).isEqualTo(recorded.size());
        assertThat(found.differing()).isOne();
        assertThat(found.arrivedLater()).isZero();
        assertThat(found.features())
                .containsExactly(new FeatureSkew(
                        "days_past_due", 1, List.of(new Example(recorded.id(3), Math.nextUp(computed), computed))));
        assertThat(found.isClean()).isFalse();
    }

    @Test
    void a_fact_ingested_since_is_told_as_arrived_later() throws IOException {
        List<KnownHistory> book = book(NOON, List.of());
        RecordedHome recorded = answer(book);
        Path drop = Files.createDirectories(folder.resolve("late"));
        Files.writeString(
                drop.resolve("payments.csv"),
                "payment_id,account_id,paid_on,amount\nlate-1,%s,2026-06-10,12.34\n"
                        .formatted(book.get(2).id().value()));
        ingest(home, drop);

        SkewReport found = report();

        assertThat(found.compared()).isEqualTo(recorded.size());
        assertThat(found.differing()).isOne();
        assertThat(found.arrivedLater()).isOne();
        assertThat(found.late()).containsExactly(new SkewReport.Late(recorded.id(2), 1, "payments late-1"));
        assertThat(found.isClean()).isFalse();
    }

    @Test
    void an_event_posted_since_with_an_earlier_known_time_arrived_later() throws IOException {
        List<KnownHistory> book = book(NOON, List.of());
        JournalLine before = payment(book.get(0), "live-1", NOON - 2 * HOUR);
        JournalLine after = payment(book.get(0), "live-2", NOON - 3 * HOUR);
        RecordedHome recorded = answer(book(NOON, List.of(before)));
        write(before, after);

        assertThat(report().late()).containsExactly(new SkewReport.Late(recorded.id(0), 1, "payments live-2"));
    }

    @Test
    void what_cannot_be_compared_says_why() throws IOException {
        RecordedHome recorded = RecordedHome.write(home, 5);
        SkewReport strangers = report();
        assertThat(strangers.notCompared()).hasSize(1).first().satisfies(one -> {
            assertThat(one.reason()).contains("not in the history");
            assertThat(one.decisions()).isEqualTo(5);
            assertThat(one.firstDecision()).isEqualTo(recorded.id(0));
        });
        assertThat(strangers.isClean()).as("nothing was compared").isFalse();

        recorded.removeModel();
        assertThat(report().notCompared())
                .extracting(NotCompared::reason)
                .singleElement()
                .asString()
                .contains("no model '" + RecordedHome.MODEL);
    }

    @Test
    void another_schema_is_not_compared() throws IOException {
        RecordedHome recorded = answer(book(NOON, List.of()));
        recorded.forge(
                1,
                recorded.json(1).replaceFirst("\"schemaFingerprint\":\"[0-9a-f]+\"", "\"schemaFingerprint\":\"0123\""));

        SkewReport found = report();

        assertThat(found.compared()).isEqualTo(recorded.size() - 1);
        assertThat(found.notCompared())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("schema 0123"));
        assertThat(found.isClean()).isTrue();
    }

    @Test
    void one_decision_can_be_asked_for() throws IOException {
        RecordedHome recorded = answer(book(NOON, List.of()));

        assertThat(SkewJob.run(SharedSpark.get(), HistoryLake.open(home), home, recorded.id(2))
                        .compared())
                .isOne();
    }

    @Test
    void a_damaged_journal_stops_the_report() throws IOException {
        KnownHistory account = book(NOON, List.of()).get(0);
        answer(List.of(account));
        write(payment(account, "p-1", NOON), payment(account, "p-2", NOON));
        Path journal = home.journal().resolve(JournalLine.FILE);
        byte[] bytes = Files.readAllBytes(journal);
        bytes[20] ^= 1;
        Files.write(journal, bytes);

        assertThatThrownBy(this::report).hasMessageContaining("is damaged at byte 0");
    }
}
