package io.arrears.serving.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every KPI runs, whole and sliced, and an empty slice gives gaps, never zeros made up. */
final class KpiLedgerTest {
    private static Figures figures;

    @BeforeAll
    static void publish(@TempDir Path folder) {
        figures = new Figures(folder);
    }

    @AfterAll
    static void close() {
        figures.close();
    }

    @Test
    void everyFileIsInTheLedger() throws URISyntaxException, IOException {
        URI folder = Objects.requireNonNull(Kpi.class.getResource("ledger.txt")).toURI();
        try (Stream<Path> files = Files.list(Path.of(folder).resolveSibling("."))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".sql") && !file.equals("scope.sql"))
                    .map(file -> file.substring(0, file.length() - ".sql".length()))
                    .toList();
            assertThat(figures.ledger().list()).extracting(Kpi::name).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void everyKpiRunsWholeAndSliced() {
        for (Kpi kpi : figures.ledger().list()) {
            for (KpiSlice slice : List.of(
                    new KpiSlice("EUR", null, null),
                    new KpiSlice("EUR", "utility", null),
                    new KpiSlice("EUR", "credit_card", "north"),
                    new KpiSlice("JPY", null, null))) {
                KpiTable table = figures.table(kpi.name(), slice);
                assertThat(table.columns())
                        .as(kpi.name())
                        .isNotEmpty()
                        .noneMatch(column -> column.name().endsWith("_minor"));
            }
            assertThat(figures.rows(kpi.name())).as(kpi.name()).isNotEmpty();
        }
    }

    @Test
    void headlineKpisAreOneSeriesInOrder() {
        for (String name : List.of("open_balance", "cure_rate_30", "collected_weekly", "promises_kept_rate")) {
            KpiTable table = figures.table(name, new KpiSlice("EUR", null, null));
            assertThat(table.isSeries()).as(name).isTrue();
            assertThat(table.rows())
                    .extracting(row -> String.valueOf(row.get(0)))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aMonthUnderWayIsNamedByTheLastDayKnown() {
        List<List<Object>> rows = List.copyOf(
                figures.table("open_balance", new KpiSlice("EUR", null, null)).rows());
        assertThat(rows.get(rows.size() - 1).get(0)).isEqualTo("2026-06-17");
        assertThat(rows.get(rows.size() - 2).get(0)).isEqualTo("2026-05-31");
    }

    @Test
    void anEmptySliceHasNoRowsToMisread() {
        KpiSlice nothing = new KpiSlice("JPY", null, null);
        assertThat(figures.table("open_balance", nothing).rows()).isEmpty();
        assertThat(figures.table("cure_rate_30", nothing).rows()).isEmpty();
        assertThat(figures.table("expected_cash_30d", nothing).rows()).isEmpty();
    }
}
