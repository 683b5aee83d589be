package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.model.account.Days;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final String ACCOUNTS = "account_id,receivable_type,currency,opened_on";
    private static final String INVOICES = "invoice_id,account_id,issued_on,due_on,amount";
    private static final String PAYMENTS = "payment_id,account_id,paid_on,amount,kind,reverses,invoice_id";

    private final SparkSession spark = SharedSpark.get();

    @TempDir
    private Path temp;

    private Home home;

    @BeforeEach
    void atHome() {
        home = new Home(temp.resolve("home"));
    }

    private DropFolder drop(String name) {
        return DropFolder.create(temp.resolve(name));
    }

    private DropFolder someAccounts(String name) {
        return drop(name).file("accounts.csv", ACCOUNTS, "A1,utility,EUR,2024-01-01", "A2,utility,JPY,2024-01-01");
    }

    private IngestSummary ingest(DropFolder drop) {
        return ingest(drop, 0);
    }

    private IngestSummary ingest(DropFolder drop, double maxRejectedShare) {
        return Ingest.run(
                spark,
                new IngestRequest(
                        drop.path().toString(), null, home, maxRejectedShare, Instant.parse("2024-06-01T00:00:00Z")));
    }

    private List<String> facts() {
        Dataset<Row> facts = HistoryLake.open(home).facts(spark);
        return facts.select(functions.to_json(functions.struct(functions.col("*")))).collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void every_kind_of_bad_row_is_quarantined_with_its_reason() throws IOException {
        IngestSummary summary = ingest(BadRows.write(drop("bad")), 1);

        assertThat(summary.reasons())
                .extracting(ReasonCount::reason)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RejectReason.values())
                        .map(RejectReason::code)
                        .toList());
        assertThat(summary.reasons())
                .allSatisfy(reason -> assertThat(reason.rejectedRows()).isOne());
        List<String> quarantine = Files.readAllLines(BadRows.path(summary));
        assertThat(quarantine).hasSize(RejectReason.values().length + 1);
        assertThat(quarantine)
                .anyMatch(line -> line.startsWith("invoices,invoices.csv,6,issued_on,2024-02-30,bad_date,"));
        assertThat(summary.tables())
                .filteredOn(table -> table.table().equals("invoices"))
                .extracting(TableCount::acceptedRows)
                .containsExactly(2L);
        assertThat(HistoryLake.open(home).ledger()).hasSize(1);
    }

    @Test
    void past_the_limit_nothing_is_committed_but_the_report_is_kept() {
        DropFolder drop = someAccounts("d").file("invoices.csv", INVOICES, "I1,NOPE,2024-02-01,2024-02-02,5.00");

        InputRejected refused = catchThrowableOfType(InputRejected.class, () -> ingest(drop, 0.3));

        assertThat(refused).hasMessageContaining("1 of 3 rows were rejected, above the limit of 30 %");
        assertThat(refused.findReport().orElseThrow()).startsWith(home.history().resolve("rejected"));
        assertThat(refused.findReport().orElseThrow().resolve("quarantine.csv"))
                .content()
                .contains("NOPE");
        assertThat(HistoryLake.open(home).isEmpty()).isTrue();
        assertThat(home.history().resolve("CURRENT")).doesNotExist();
    }

    @Test
    void a_drop_that_does_not_fit_names_every_problem_at_once() {
        DropFolder drop = drop("d")
                .file("accounts.csv", "account_id,receivable_type,currency,colour", "A1,utility,EUR,red")
                .file("payments.csv", "payment_id,account_id,amount", "P1,A1,1");

        assertThatThrownBy(() -> ingest(drop))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("accounts.csv: column 'colour' is none of this table's")
                .hasMessageContaining("accounts.csv: required column 'opened_on' is missing")
                .hasMessageContaining("payments.csv: required column 'paid_on' is missing");
        assertThatThrownBy(() -> ingest(drop("empty"))).hasMessageContaining("no known table");
        assertThatThrownBy(() -> ingest(new DropFolder(temp.resolve("nowhere"))))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ingest(drop("torn").bytes("accounts.csv.gz", new byte[] {31, -117, 8, 0, 1})))
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void csv_gzip_and_parquet_give_the_same_facts() {
        String[] invoices = {
            INVOICES + ",known_at",
            "I1,A1,2024-02-01,2024-02-15,10.10,2024-02-03T10:00:00Z",
            "I2,A2,2024-02-01,2024-02-15,7,"
        };
        ingest(someAccounts("csv").file("invoices.csv", invoices));
        List<String> csv = facts();
        home = new Home(temp.resolve("home-gz"));
        ingest(someAccounts("gz").gzipped("invoices.csv.gz", invoices));
        assertThat(facts()).isEqualTo(csv).hasSize(4);

        home = new Home(temp.resolve("home-parquet"));
        DropFolder parquet = someAccounts("parquet");
        writeTypedInvoices(parquet.path().resolve("invoices.parquet"));
        ingest(parquet);
        assertThat(facts()).isEqualTo(csv);
    }

    private void writeTypedInvoices(Path folder) {
        StructType schema = new StructType()
                .add("invoice_id", DataTypes.StringType)
                .add("account_id", DataTypes.StringType)
                .add("issued_on", DataTypes.DateType)
                .add("due_on", DataTypes.StringType)
                .add("amount", DataTypes.DoubleType)
                .add("known_at", DataTypes.TimestampType);
        java.sql.Date issued = java.sql.Date.valueOf("2024-02-01");
        java.sql.Timestamp known = java.sql.Timestamp.from(Instant.parse("2024-02-03T10:00:00Z"));
        spark.createDataFrame(
                        List.of(
                                RowFactory.create("I1", "A1", issued, "2024-02-15", 10.1, known),
                                RowFactory.create("I2", "A2", issued, "2024-02-15", 7.0, null)),
                        schema)
                .write()
                .parquet(folder.toString());
    }

    @Test
    void the_same_drop_twice_changes_nothing_and_known_rows_are_repeated() {
        DropFolder drop = someAccounts("d").file("invoices.csv", INVOICES, "I1,A1,2024-02-01,2024-02-15,10.00");
        ingest(drop);
        HistoryLake before = HistoryLake.open(home);

        IngestSummary again = ingest(drop);
        assertThat(again.alreadyIngested()).isTrue();
        assertThat(again.factsAdded()).isZero();
        assertThat(HistoryLake.open(home).ledger()).isEqualTo(before.ledger());

        IngestSummary reworded = ingest(
                someAccounts("e").file("invoices.csv", INVOICES + ",kind", "I1,A1,2024-02-01,2024-02-15,10.0,invoice"));
        assertThat(reworded.tables()).extracting(TableCount::repeatedRows).containsExactly(2L, 1L);
        assertThat(reworded.factsAdded()).isZero();
        assertThat(HistoryLake.open(home).digest()).isEqualTo(before.digest());
        assertThat(HistoryLake.open(home).ledger()).hasSize(2);
    }

    @Test
    void a_later_known_time_makes_a_version_the_same_one_a_conflict() {
        ingest(someAccounts("d").file("invoices.csv", INVOICES, "I1,A1,2024-02-01,2024-02-15,10.00"));
        IngestSummary next = ingest(
                drop("e")
                        .file(
                                "invoices.csv",
                                INVOICES + ",known_at",
                                "I1,A1,2024-02-01,2024-02-15,12.00,2024-03-01T00:00:00Z",
                                "I1,A1,2024-02-01,2024-02-15,13.00,"),
                0.5);

        assertThat(next.factsAdded()).isOne();
        assertThat(next.reasons()).extracting(ReasonCount::reason).containsExactly("duplicate_key");
        assertThat(next.reconciliation())
                .containsExactly(
                        new Reconciliation("EUR", 1000, 200, 0, 0, 1200), new Reconciliation("JPY", 0, 0, 0, 0, 0));
        assertThat(balance("A1", "2024-02-20")).isEqualTo(1000);
        assertThat(balance("A1", "2024-03-02")).isEqualTo(1200);
    }

    private long balance(String account, String asOf) {
        StructType out = new StructType().add("account", DataTypes.StringType).add("open", DataTypes.LongType);
        int day = Days.of(LocalDate.parse(asOf));
        return HistoryLake.open(home)
                .mapAccounts(
                        spark,
                        out,
                        history -> List.of(RowFactory.create(
                                        history.id().value(),
                                        history.knownAtStartOf(day).ledger().openMinor()))
                                .iterator())
                .filter(functions.col("account").equalTo(account))
                .first()
                .getLong(1);
    }

    @Test
    void a_closed_dispute_is_two_versions_and_opening_the_same_day_is_one() {
        String columns = "dispute_id,account_id,opened_on,closed_on,resolution,known_at";
        IngestSummary summary = ingest(someAccounts("d")
                .file(
                        "disputes.csv",
                        columns,
                        "D1,A1,2024-02-01,2024-02-10,rejected,",
                        "D2,A1,2024-02-01,2024-02-10,upheld,2024-02-05T00:00:00Z",
                        "D3,A1,2024-02-01,2024-02-10,upheld,2024-03-01T00:00:00Z",
                        "D4,A1,2024-02-01,2024-02-01,upheld,"));

        assertThat(summary.factsAdded()).isEqualTo(2 + 6);
        List<Row> versions = HistoryLake.open(home)
                .facts(spark)
                .filter(functions.col(FactColumn.FACT.code()).equalTo("disputes"))
                .select("key", "known_us", "resolution")
                .orderBy("key", "known_us")
                .collectAsList();
        assertThat(versions)
                .containsExactly(
                        RowFactory.create("D1", end("2024-02-01"), "open"),
                        RowFactory.create("D1", end("2024-02-10"), "rejected"),
                        RowFactory.create("D2", Days.micros(Instant.parse("2024-02-05T00:00:00Z")), "open"),
                        RowFactory.create("D2", end("2024-02-10"), "upheld"),
                        RowFactory.create("D3", Days.micros(Instant.parse("2024-03-01T00:00:00Z")), "upheld"),
                        RowFactory.create("D4", end("2024-02-01"), "upheld"));
    }

    private static long end(String date) {
        return Days.endMicros(Days.of(LocalDate.parse(date)));
    }

    @Test
    void the_book_reconciles_to_the_minor_unit() {
        IngestSummary summary = ingest(someAccounts("d")
                .file("invoices.csv", INVOICES, "I1,A1,2024-02-01,2024-02-15,10.05", "I2,A2,2024-02-01,2024-02-15,700")
                .file(
                        "payments.csv",
                        PAYMENTS,
                        "R1,A1,2024-03-03,2.00,reversal,P1,",
                        "P1,A1,2024-03-01,4.00,,,I1",
                        "P2,A1,2024-03-02,1.01,credit_note,,",
                        "P3,A2,2024-03-02,900,payment,,"));

        assertThat(summary.reconciliation())
                .containsExactly(
                        new Reconciliation("EUR", 0, 1005, 200, 101, 704),
                        new Reconciliation("JPY", 0, 700, 900, 0, -200));
        assertThat(HistoryLake.open(home).watermark()).hasValue(Days.of(LocalDate.parse("2024-03-03")));
    }

    @Test
    void attributes_are_learned_and_other_tables_leave_theirs_with_a_note() {
        IngestSummary summary = ingest(drop("d")
                .file("accounts.csv", ACCOUNTS + ",x_score,audit_sex", "A1,utility,EUR,2024-01-01,7.5,f")
                .file("invoices.csv", INVOICES + ",x_batch", "I1,A1,2024-02-01,2024-02-15,10.05,b")
                .file("payment.csv", "nothing"));

        assertThat(HistoryLake.open(home).attributeCatalogue().numeric()).containsExactly("x_score");
        assertThat(summary.notes())
                .hasSize(2)
                .anyMatch(note -> note.contains("x_batch"))
                .anyMatch(note -> note.contains("payment.csv was left out"));
    }

    @Test
    void the_number_of_buckets_is_fixed_by_the_first_drop() {
        DropFolder first = someAccounts("d").file("invoices.csv", INVOICES, "I1,A1,2024-02-01,2024-02-15,10.05");
        ingestInto(3, first);
        assertThat(HistoryLake.open(home).bucketCount()).isEqualTo(3);
        assertThat(HistoryLake.open(home).factFiles()).hasSizeBetween(1, 3);

        DropFolder next = drop("e").file("invoices.csv", INVOICES, "I2,A2,2024-02-01,2024-02-15,7");
        assertThatThrownBy(() -> ingestInto(4, next))
                .hasMessageContaining("buckets is 4")
                .hasMessageContaining("with 3");
        assertThatThrownBy(() -> ingestInto(0, next)).hasMessageContaining("buckets is 0");
        ingest(next);
        assertThat(HistoryLake.open(home).bucketCount()).isEqualTo(3);
        assertThat(facts()).hasSize(4);
        assertThat(balance("A2", "2024-02-20")).isEqualTo(7);
    }

    private void ingestInto(int buckets, DropFolder drop) {
        Instant now = Instant.parse("2024-06-01T00:00:00Z");
        Ingest.run(spark, new IngestRequest(drop.path().toString(), null, home, 0, now, buckets));
    }

    @Test
    void a_drop_of_headers_is_a_drop() {
        IngestSummary summary = ingest(drop("d").file("accounts.csv", ACCOUNTS));
        assertThat(summary.readRows()).isZero();
        assertThat(HistoryLake.open(home).isEmpty()).isTrue();
    }
}
