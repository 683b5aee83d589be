package io.arrears.serving.kpi;

import static io.arrears.serving.kpi.Figures.AS_OF;
import static io.arrears.serving.kpi.Figures.money;
import static io.arrears.serving.kpi.Figures.number;
import static io.arrears.serving.kpi.Figures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.serving.mart.MartFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KPIs against slow, obvious twins that walk every account's own history day by day. */
final class KpiTwinsTest {
    private static Figures figures;
    private static List<KnownHistory> book;

    @BeforeAll
    static void publish(@TempDir Path folder) {
        figures = new Figures(folder);
        book = IntStream.rangeClosed(1, MartFixture.ACCOUNTS)
                .mapToObj(number -> MartFixture.history(number, AS_OF).knownAtStartOf(Days.of(AS_OF)))
                .toList();
    }

    @AfterAll
    static void close() {
        figures.close();
    }

    @Test
    void cureRateIsThatOfWalkingEachDay() {
        for (var row : last(figures.rows("cure_rate_30"), 6)) {
            int from = Days.of(LocalDate.parse(text(row, "period")));
            long pastDue =
                    book.stream().filter(account -> isLate(account, from)).count();
            long cured = book.stream()
                    .filter(account -> isLate(account, from))
                    .filter(account ->
                            IntStream.rangeClosed(from + 1, from + 30).anyMatch(day -> !isLate(account, day)))
                    .count();
            assertThat(number(row, "past_due")).isEqualTo(pastDue);
            assertThat(number(row, "cured")).isEqualTo(cured);
            assertThat(number(row, "value")).isCloseTo((double) cured / pastDue, within(1e-12));
        }
    }

    @Test
    void openBalanceIsThatOfTheLedgers() {
        var rows = figures.rows("open_balance");
        long open = book.stream()
                .filter(account -> !account.isFlagged(FlagKind.SOLD))
                .mapToLong(account -> account.ledger().openMinor())
                .sum();
        assertThat(money(rows.get(rows.size() - 1), "value")).isEqualByComparingTo(BigDecimal.valueOf(open, 2));
    }

    @Test
    void collectedPerWeekIsTheSumOfTheWeeksPayments() {
        for (var row : last(figures.rows("collected_weekly"), 8)) {
            int monday = Days.of(LocalDate.parse(text(row, "period")));
            long collected = book.stream()
                    .flatMap(account -> account.payments().stream())
                    .filter(payment -> payment.paidDay() >= monday && payment.paidDay() < monday + 7)
                    .mapToLong(KpiTwinsTest::signedMinor)
                    .sum();
            assertThat(money(row, "value")).isEqualByComparingTo(BigDecimal.valueOf(collected, 2));
        }
    }

    /** Each payment counts once, for the last agent contact of the 14 days up to it. */
    @Test
    void agentsAreCreditedWithEachPaymentOnce() {
        int through = Days.of(AS_OF) - 1;
        long credited = 0;
        for (KnownHistory account : book) {
            for (Payment payment : account.payments()) {
                Optional<Contact> last = account.contacts().stream()
                        .filter(contact -> contact.terms().agentId() != null && contact.isOutboundAttempt())
                        .filter(contact ->
                                contact.decidedDay() >= through - 103 && contact.decidedDay() <= through - 14)
                        .filter(contact -> contact.decidedDay() <= payment.paidDay())
                        .max(Comparator.comparingInt(Contact::decidedDay));
                if (last.filter(contact -> payment.paidDay() < contact.decidedDay() + 14)
                        .isPresent()) {
                    credited += signedMinor(payment);
                }
            }
        }
        BigDecimal collected = figures.rows("agents").stream()
                .map(row -> money(row, "collected"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(collected).isPositive().isEqualByComparingTo(BigDecimal.valueOf(credited, 2));
    }

    private static boolean isLate(KnownHistory account, int day) {
        return Ledger.through(day, account.invoices(), account.payments()).daysPastDue(day) > 0;
    }

    private static long signedMinor(Payment payment) {
        return payment.kind() == PaymentKind.PAYMENT
                ? payment.amountMinor()
                : payment.kind() == PaymentKind.REVERSAL ? -payment.amountMinor() : 0;
    }

    private static List<Map<String, @Nullable Object>> last(List<Map<String, @Nullable Object>> rows, int n) {
        return rows.subList(Math.max(0, rows.size() - n), rows.size());
    }
}
