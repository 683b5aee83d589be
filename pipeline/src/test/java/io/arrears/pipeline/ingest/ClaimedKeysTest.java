package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimedKeysTest {
    private static final List<String> ACCOUNTS =
            List.of("A1,utility,EUR,2024-01-01", "A2,utility,EUR,2024-01-01", "A3,utility,EUR,2024-01-01");
    private static final List<String> INVOICES = List.of(
            "I1,A2,2024-02-01,2024-02-15,10.00",
            "I1,A1,2024-02-01,2024-02-15,20.00",
            "I2,A2,2024-02-01,2024-02-15,5.00");
    private static final List<String> PAYMENTS = List.of(
            "I1,A2,2024-03-01,1.00,,",
            "P1,A3,2024-03-01,2.00,,",
            "P1,A1,2024-03-01,2.00,,",
            "P1,A2,2024-03-01,2.00,,",
            "R1,A3,2024-03-02,2.00,reversal,P1");

    private final SparkSession spark = SharedSpark.get();

    @TempDir
    private Path temp;

    private IngestSummary ingest(Home home, DropFolder drop) {
        return Ingest.run(
                spark, new IngestRequest(drop.path().toString(), null, home, 1, Instant.parse("2024-06-01T00:00:00Z")));
    }

    private DropFolder drop(String name, List<String> invoices, List<String> payments) {
        return DropFolder.create(temp.resolve(name))
                .file("accounts.csv", lines("account_id,receivable_type,currency,opened_on", ACCOUNTS))
                .file("invoices.csv", lines("invoice_id,account_id,issued_on,due_on,amount", invoices))
                .file("payments.csv", lines("payment_id,account_id,paid_on,amount,kind,reverses", payments));
    }

    private static String[] lines(String header, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return lines.toArray(String[]::new);
    }

    private static List<String> reversed(List<String> rows) {
        List<String> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private List<String> keys(Home home) {
        return HistoryLake.open(home).facts(spark).select("fact", "key", "account_id").collectAsList().stream()
                .filter(row -> !row.getString(0).equals("accounts"))
                .map(row -> row.getString(1) + "@" + row.getString(2) + " of " + row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void one_account_keeps_a_key_whatever_the_order_and_the_others_are_named() throws IOException {
        Home home = new Home(temp.resolve("home"));
        Home other = new Home(temp.resolve("other"));
        IngestSummary summary = ingest(home, drop("d", INVOICES, PAYMENTS));
        ingest(other, drop("e", reversed(INVOICES), reversed(PAYMENTS)));

        assertThat(keys(home))
                .containsExactly("I1@A1 of invoices", "I1@A2 of payments", "I2@A2 of invoices", "P1@A1 of payments")
                .isEqualTo(keys(other));
        assertThat(Files.readAllLines(BadRows.path(summary)))
                .hasSize(5)
                .anyMatch(line -> line.startsWith("invoices,invoices.csv,2,invoice_id,I1,duplicate_key,"))
                .anyMatch(line -> line.startsWith("payments,payments.csv,3,payment_id,P1,duplicate_key,"))
                .anyMatch(line -> line.startsWith("payments,payments.csv,5,payment_id,P1,duplicate_key,"))
                .anyMatch(line -> line.startsWith("payments,payments.csv,6,reverses,P1,unknown_reverses,"));
    }

    @Test
    void who_has_a_key_in_the_lake_keeps_it_in_later_drops() throws IOException {
        Home home = new Home(temp.resolve("home"));
        ingest(home, drop("d", INVOICES.subList(0, 1), List.of()));
        IngestSummary next = ingest(home, drop("e", INVOICES, PAYMENTS.subList(1, 2)));

        assertThat(keys(home)).containsExactly("I1@A2 of invoices", "I2@A2 of invoices", "P1@A3 of payments");
        assertThat(Files.readAllLines(BadRows.path(next)))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("invoices,invoices.csv,3,invoice_id,I1,duplicate_key,"));
        assertThat(ingest(home, drop("f", INVOICES.subList(0, 1), PAYMENTS.subList(1, 2)))
                        .rejectedRows())
                .isZero();
    }
}
