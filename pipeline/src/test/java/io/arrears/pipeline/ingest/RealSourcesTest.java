package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import io.arrears.pipeline.spark.SharedSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed mappings over the real files, where those are at hand: beside the project, in shared/data. */
class RealSourcesTest {
    @TempDir
    private Path temp;

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("data-samples")) ? here : Objects.requireNonNull(here.getParent());
    }

    private IngestSummary ingest(String folder, String mapping) {
        Path source = root().resolveSibling("shared").resolve("data").resolve(folder);
        assumeTrue(Files.isDirectory(source), "real source %s is absent".formatted(folder));
        Path file = root().resolve("data-samples/mappings").resolve(mapping);
        return Ingest.run(
                SharedSpark.get(),
                new IngestRequest(source.toString(), file, new Home(temp), 0, Instant.parse("2024-06-01T00:00:00Z")));
    }

    private static long accepted(IngestSummary summary, String table) {
        return summary.tables().stream()
                .filter(count -> count.table().equals(table))
                .mapToLong(TableCount::acceptedRows)
                .sum();
    }

    @Test
    void superlender_loans_leave_only_the_unpaid_loans_of_july_2017_open() {
        IngestSummary summary = ingest("superlender_loans", "superlender.yaml");

        assertThat(accepted(summary, "accounts")).isEqualTo(3_280);
        // The sum of totaldue over perf.csv, in kobo.
        assertThat(summary.reconciliation())
                .extracting(Reconciliation::closingMinor)
                .containsExactly(6_942_490_080L);
    }

    @Test
    void ibm_invoices_are_all_settled() {
        IngestSummary summary = ingest("ibm_late_payments", "ibm.yaml");

        assertThat(accepted(summary, "accounts")).isEqualTo(100);
        assertThat(accepted(summary, "invoices")).isEqualTo(2_466);
        assertThat(accepted(summary, "disputes")).isEqualTo(561);
        assertThat(summary.reconciliation())
                .extracting(Reconciliation::closingMinor)
                .containsExactly(0L);
    }

    @Test
    void uci_cards_end_on_the_balance_of_their_last_statement() {
        IngestSummary summary = ingest("uci_credit_card_default", "uci.yaml");

        assertThat(accepted(summary, "accounts")).isEqualTo(30_000);
        // The sum of BILL_AMT1, in cents.
        assertThat(summary.reconciliation())
                .extracting(Reconciliation::closingMinor)
                .containsExactly(153_669_992_700L);
    }
}
