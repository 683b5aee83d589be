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
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** A contact is needless when, before it, the payment that left nothing late was known for seven days at most. */
    @Test
    void contactsAfterPaymentAreThoseOfWalkingEachContact() {
        Map<String, Long> needless = book.stream()
                .flatMap(account -> account.contacts().stream()
                        .filter(Contact::isOutboundAttempt)
                        .filter(contact -> isNeedless(account, contact)))
                .collect(Collectors.groupingBy(
                        contact ->
                                YearMonth.from(Days.date(contact.decidedDay())).toString(),
                        Collectors.counting()));
        assertThat(needless).as("the fixture's agents call some who have paid").isNotEmpty();
        var rows = figures.rows("contacts_after_payment");
        assertThat(rows).hasSizeGreaterThan(6);
        for (var row : rows) {
            String month = text(row, "period").substring(0, 7);
            assertThat(number(row, "value"))
                    .as(month)
                    .isEqualTo(needless.getOrDefault(month, 0L).doubleValue());
        }
    }

    private static boolean isNeedless(KnownHistory account, Contact contact) {
        Long at = contact.atMicros();
        long moment = at == null ? Days.startMicros(contact.decidedDay()) : at;
        return account.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.PAYMENT)
                .filter(payment -> isLate(account, payment.paidDay() - 1) && !isLate(account, payment.paidDay()))
                .mapToLong(payment -> knownMicros(account, payment.paidDay()))
                .anyMatch(known -> moment > known
                        && moment <= known + Duration.ofDays(7).toNanos() / 1000
                        && !isLate(account, contact.decidedDay()));
    }

    private static long knownMicros(KnownHistory account, int paidDay) {
        return account.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.PAYMENT && payment.paidDay() == paidDay)
                .mapToLong(Payment::knownMicros)
                .max()
                .orElseThrow();
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
