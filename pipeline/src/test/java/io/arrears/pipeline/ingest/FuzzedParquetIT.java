package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.spark.SharedSpark;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parquet files as other programs write them, and as bad disks leave them. */
class FuzzedParquetIT {
    private static final long SEED = Long.getLong("fuzz.seed", 99);
    private static final int DAMAGED_FILES = Integer.getInteger("fuzz.parquet", 400);
    private static final String INVOICE = "'I1' AS invoice_id, 'A1' AS account_id, DATE '2024-02-01' AS issued_on, "
            + "DATE '2024-02-15' AS due_on, 10.10 AS amount";

    private final SparkSession spark = SharedSpark.get();

    @TempDir
    private Path temp;

    private DropFolder drop;
    private Home home;

    @BeforeEach
    void anAccount() {
        home = new Home(temp.resolve("home"));
        drop = DropFolder.create(temp.resolve("drop[1]{a}"))
                .file("accounts.csv", "account_id,receivable_type,currency,opened_on", "A1,utility,KWD,2024-01-01");
    }

    private IngestSummary ingest() {
        return Ingest.run(
                spark, new IngestRequest(drop.path().toString(), null, home, 1, Instant.parse("2024-06-01T00:00:00Z")));
    }

    /** Writes the invoices with DuckDB, which is not Spark and leaves no Spark metadata. */
    private void invoices(String select) throws SQLException {
        try (DuckDb db = DuckDb.inMemory()) {
            Path file = temp.resolve("written.parquet");
            db.execute("COPY (" + select + ") TO " + DuckDb.quote(file.toString()) + " (FORMAT parquet)");
            Files.move(file, drop.path().resolve("invoices.parquet"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount   | 10.10::DECIMAL(38,20)          | accepted 10100",
                "amount   | 10.1::DOUBLE                   | accepted 10100",
                "amount   | 10.1::FLOAT                    | accepted 10100",
                "amount   | 10::UTINYINT                   | accepted 10000",
                "amount   | 18446744073709551615::UBIGINT  | amount_beyond_limit amount",
                "amount   | 10::HUGEINT                    | accepted 10000",
                "amount   | (0.1::DOUBLE + 0.2::DOUBLE)    | too_many_decimals amount",
                "amount   | 'NaN'::DOUBLE                  | bad_number amount",
                "amount   | '-Infinity'::FLOAT             | bad_number amount",
                "amount   | 1e300::DOUBLE                  | amount_beyond_limit amount",
                "amount   | NULL::DOUBLE                   | missing_required amount",
                "amount   | true                           | accepted 1000",
                "amount   | DATE '2024-01-01'              | bad_amount amount",
                "amount   | '10.10'::BLOB                  | accepted 10100",
                "due_on   | '2024-02-15'                   | accepted 10100",
                "due_on   | 20240215                       | bad_date due_on",
                "due_on   | DATE '0001-01-01'              | bad_date due_on",
                "due_on   | DATE '12024-01-01'             | bad_date due_on",
                "due_on   | TIMESTAMP '2024-02-15 00:00:00'| bad_date due_on",
                "known_at | TIMESTAMPTZ '2024-02-03 10:00:00+00' | accepted 10100",
                "known_at | TIMESTAMP '2024-02-03 10:00:00'      | bad_timestamp known_at",
                "known_at | TIMESTAMPTZ '1800-02-03 10:00:00+00' | bad_timestamp known_at",
                "known_at | TIMESTAMPTZ '9999-02-03 10:00:00+00' | bad_timestamp known_at",
                "known_at | TIMESTAMP_MS '2024-02-03 10:00:00'   | bad_timestamp known_at",
                "known_at | TIMESTAMP_NS '2024-02-03 10:00:00'   | refused",
                "known_at | TIME '10:00:00'                | refused",
                "kind     | ['fee']                        | refused",
                "kind     | {'a': 'fee'}                   | refused",
                "kind     | MAP {'a': 'fee'}               | refused",
                "kind     | 'fee'::ENUM('fee', 'interest') | accepted 10100",
                "kind     | uuid()                         | refused",
                "kind     | '\\xC3\\x28'::BLOB             | bad_encoding kind",
                "x_free   | concat('a', chr(0), 'b')       | nul_character x_free",
                "x_free   | repeat('z', 65537)             | overlong_field x_free",
                "amont    | 1                              | refused",
                "Amount   | 1                              | refused",
                "_metadata| 1                              | refused",
                "row_index| 1                              | refused",
            })
    void every_type_is_taken_as_its_text_or_refused(String column, String value, String outcome) throws SQLException {
        invoices("SELECT %s"
                .formatted(
                        INVOICE.contains("AS " + column)
                                ? INVOICE.replaceFirst("(DATE '[^']*'|[0-9.]+) AS " + column, "X AS " + column)
                                        .replace("X AS " + column, value + " AS " + column)
                                : INVOICE + ", " + value + " AS " + column));
        String[] words = outcome.split(" ");
        try {
            IngestSummary summary = ingest();
            assertThat(words[0]).isNotEqualTo("refused");
            checkRow(summary, words);
        } catch (InputRejected e) {
            assertThat(words[0]).as(e.getMessage()).isEqualTo("refused");
            assertThat(e).hasMessageContaining("invoices.parquet");
        }
    }

    private void checkRow(IngestSummary summary, String[] words) {
        List<Row> invoices = HistoryLake.open(home)
                .facts(spark)
                .filter("fact = 'invoices'")
                .select("amount_minor")
                .collectAsList();
        if (words[0].equals("accepted")) {
            assertThat(summary.reasons()).isEmpty();
            assertThat(invoices.get(0).getLong(0)).isEqualTo(Long.parseLong(words[1]));
        } else {
            assertThat(invoices).isEmpty();
            assertThat(BadRows.path(summary))
                    .content()
                    .contains("invoices,invoices.parquet,1,%s,".formatted(words[1]))
                    .contains("," + words[0] + ",");
        }
    }

    /** An input is a file with a byte turned, cut, or written over: refused, or every row read as it was written. */
    @Test
    void damaged_files_are_refused_or_give_the_rows_that_were_written() throws IOException {
        spark.sql("SELECT concat('I', id) AS invoice_id, 'A1' AS account_id, '2024-02-01' AS issued_on, "
                        + "DATE '2024-02-15' AS due_on, CAST(id AS DECIMAL(12,3)) + 1 AS amount FROM range(200)")
                .coalesce(1)
                .write()
                .option("parquet.enable.dictionary", "false")
                .parquet(temp.resolve("base").toString());
        byte[] base;
        try (Stream<Path> files = Files.list(temp.resolve("base"))) {
            base = Files.readAllBytes(files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
        Path file = drop.path().resolve("invoices.parquet");
        Files.write(file, base);
        List<String> written = candidates();
        assertThat(written).hasSize(200);
        spark.sparkContext().setLogLevel("OFF");
        int refused = 0;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < DAMAGED_FILES; i++) {
            Files.write(file, damaged(base, new SplittableRandom(SEED + i)));
            try {
                if (!candidates().equals(written)) {
                    wrong.add("seed %d: other rows".formatted(SEED + i));
                }
            } catch (InputRejected e) {
                refused++;
            } catch (Exception e) {
                wrong.add("seed %d: %s".formatted(SEED + i, e));
            }
        }
        spark.sparkContext().setLogLevel("WARN");
        System.out.printf("%d damaged Parquet files, %d refused%n", DAMAGED_FILES, refused);
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(DAMAGED_FILES / 2);
    }

    private static byte[] damaged(byte[] base, SplittableRandom random) {
        byte[] bytes = base.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 64), (byte) 0);
            default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** The rows of the one Parquet file of the drop, read as an ingest reads them. */
    private List<String> candidates() {
        IngestRequest request = new IngestRequest(drop.path().toString(), null, home, 1, Instant.EPOCH);
        SourceDrop source = CanonicalSource.read(new SourceScan(spark, request));
        SourceFile file = source.files().stream()
                .filter(SourceFile::isParquet)
                .findFirst()
                .orElseThrow();
        try {
            return ParquetCells.candidates(
                            spark,
                            file,
                            JavaSparkContext.fromSparkContext(spark.sparkContext())
                                    .broadcast(source.lookups()))
                    .collectAsList()
                    .stream()
                    .map(row -> row.getString(0) + row.getLong(1) + Arrays.toString((byte[]) row.get(2)))
                    .toList();
        } catch (Exception e) {
            throw DamagedFile.findBehind(e).orElseThrow(() -> new IllegalStateException(e));
        }
    }
}
