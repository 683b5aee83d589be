package io.arrears.serving.kpi;

import static io.arrears.serving.kpi.Figures.money;
import static io.arrears.serving.kpi.Figures.number;
import static io.arrears.serving.kpi.Figures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums that must agree, whatever the book. */
final class KpiIdentitiesTest {
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
    void bucketsAddUpToTheOpenBalance() {
        Map<String, BigDecimal> buckets = sums(figures.rows("ageing"), "period", "balance");
        Map<String, BigDecimal> accounts = sums(figures.rows("ageing"), "period", "accounts");
        for (var row : figures.rows("open_balance")) {
            String period = text(row, "period");
            assertThat(buckets.get(period)).isEqualByComparingTo(money(row, "value"));
            assertThat(accounts.get(period).doubleValue()).isEqualTo(number(row, "accounts"));
        }
    }

    @Test
    void transitionRowsAddUpToOne() {
        var rows = figures.rows("transition_matrix");
        Map<String, Double> byAccounts = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "period") + text(row, "from_bucket"),
                        Collectors.summingDouble(row -> number(row, "share_of_accounts"))));
        Map<String, Double> byBalance = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, "period") + text(row, "from_bucket"),
                        Collectors.summingDouble(row -> number(row, "share_of_balance"))));
        assertThat(byAccounts).hasSizeGreaterThan(12);
        assertThat(byAccounts.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
        assertThat(byBalance.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
    }

    @Test
    void theWaterfallTiesToTheMinorUnitAndChainsMonthToMonth() {
        BigDecimal before = null;
        for (var row : figures.rows("waterfall")) {
            assertThat(money(row, "difference")).isEqualByComparingTo("0");
            if (before != null) {
                assertThat(money(row, "opening")).isEqualByComparingTo(before);
            }
            before = money(row, "closing");
        }
        assertThat(before).isNotNull();
    }

    @Test
    void keptAndBrokenAreAllThatFellDue() {
        assertThat(figures.rows("promises_kept_rate"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(number(row, "kept") + number(row, "broken")).isEqualTo(number(row, "fallen_due")));
        assertThat(figures.rows("promises_kept_amount_rate"))
                .allSatisfy(row -> assertThat(money(row, "kept").add(money(row, "broken")))
                        .isEqualByComparingTo(money(row, "fallen_due")));
    }

    @Test
    void agentsAddUpToTheTotal() {
        var rows = figures.rows("agents");
        assertThat(total(rows, "collected").doubleValue())
                .isPositive()
                .isCloseTo(total(rows, "expected").doubleValue(), within(0.01 * rows.size()));
    }

    @Test
    void daysDelinquentAreDaysOutstandingLessTheBestPossible() {
        assertThat(figures.rows("days_sales_outstanding"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(number(row, "average_days_delinquent"))
                        .isCloseTo(number(row, "value") - number(row, "best_possible"), within(1e-9)));
    }

    @Test
    void slicesAddUpToTheWhole() {
        for (String kpi : List.of("open_balance", "past_due_balance", "collected_monthly", "contact_attempts")) {
            var whole = figures.rows(kpi);
            String period = text(whole.get(whole.size() - 1), "period");
            double parts = 0;
            for (String type : List.of("consumer_loan", "credit_card", "utility", "b2b_invoice", "other")) {
                parts += figures.rows(kpi, new KpiSlice("EUR", type, null)).stream()
                        .filter(row -> text(row, "period").equals(period))
                        .mapToDouble(row -> number(row, "value"))
                        .sum();
            }
            assertThat(parts).as(kpi).isCloseTo(number(whole.get(whole.size() - 1), "value"), within(1e-6));
        }
    }

    private static BigDecimal total(List<Map<String, @Nullable Object>> rows, String column) {
        return rows.stream().map(row -> money(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> sums(List<Map<String, @Nullable Object>> rows, String by, String column) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> text(row, by),
                        Collectors.reducing(
                                BigDecimal.ZERO,
                                row -> new BigDecimal(String.valueOf(row.get(column))),
                                BigDecimal::add)));
    }
}
