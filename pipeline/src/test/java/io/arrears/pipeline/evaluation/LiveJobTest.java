package io.arrears.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.offpolicy.LiveTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What an account brings into a live test and when, and that the first verdict ends it. */
final class LiveJobTest {
    private static final int START = Days.of(LocalDate.of(2026, 3, 2));
    private static final AccountId ACCOUNT = new AccountId("a-1");
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: test
            currency: EUR
            exchange_rates: {USD: 0.5}
            arms:
              - {action: reminder, channel: email, window: any, cost: 0.10}
            eligibility:
              - {arms: {channel: email}, when: "account.draw < 0.2"}
            """);

    /** An account of one invoice that is past due from the day after {@code dueDay}. */
    private static List<Row> rows(String currency, int dueDay, int asOfDay, Fact... more) {
        List<Fact> facts = new ArrayList<>(List.of(more));
        AccountProfile profile = new AccountProfile(Party.FIRST_PARTY, "DE", List.of(), null, null, null);
        facts.add(new Account(
                ACCOUNT,
                "d-1",
                ReceivableType.UTILITY,
                Currency.getInstance(currency),
                START - 300,
                profile,
                Map.of(),
                Days.endMicros(START - 300)));
        facts.add(new Invoice("i-1", START - 90, dueDay, 50_000, InvoiceKind.INVOICE, Days.endMicros(START - 90)));
        List<Row> rows = new ArrayList<>();
        new LiveFold(STRATEGY, START, asOfDay)
                .apply(AccountHistory.of(ACCOUNT, facts))
                .forEachRemaining(rows::add);
        return rows;
    }

    private static Payment payment(int day, long minor) {
        return new Payment("p-" + day, day, minor, PaymentKind.PAYMENT, null, null, null, Days.endMicros(day));
    }

    private static Contact email(int day) {
        return new Contact(
                "c-" + day,
                day,
                Days.startMicros(day) + 36_000_000_000L,
                new Arm("reminder", Channel.EMAIL, ContactWindow.ANY),
                Direction.OUTBOUND,
                ContactResult.NOT_RECORDED,
                new ContactTerms(40L, null, 1.0),
                Days.endMicros(day));
    }

    @Test
    void cashOfThirtyDaysFromEntryLessTheCostOfContactsCounts() {
        List<Row> rows = rows(
                "USD",
                START + 4,
                START + 100,
                payment(START + 4, 100),
                payment(START + 5, 1_000),
                payment(START + 34, 2_000),
                payment(START + 35, 4_000),
                email(START + 4),
                email(START + 5),
                email(START + 35));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0))
                .isEqualTo(RowFactory.create("a-1", START + 35, Draws.ofAccount(ACCOUNT), (1_000 + 2_000 - 40) / 2.0));
    }

    @Test
    void whoWasPastDueBeforeEntersOnTheFirstDay() {
        assertThat(rows("EUR", START - 40, START + 30))
                .extracting(row -> row.getInt(1))
                .containsExactly(START + 30);
    }

    @Test
    void unripeForeignAndNeverLateAccountsHaveNoOutcome() {
        assertThat(rows("EUR", START - 40, START + 29)).isEmpty();
        assertThat(rows("JPY", START - 40, START + 100)).isEmpty();
        assertThat(rows("EUR", START + 4, START + 100, payment(START + 2, 50_000)))
                .isEmpty();
    }

    @Test
    void theFirstVerdictEndsTheTest() {
        SplittableRandom random = new SplittableRandom(1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            double draw = random.nextDouble();
            double gain = i < 20_000 ? 5 : -500;
            rows.add(RowFactory.create(
                    "a-" + i, START + i / 400, draw, random.nextGaussian() + (draw < 0.2 ? gain : 0)));
        }

        LiveComparison found = LiveJob.compare(rows.iterator(), 0.2, 0.05);

        assertThat(found.verdict()).isEqualTo(LiveTest.Verdict.PROMOTE);
        assertThat(found.decidedOn()).isBetween(Days.date(START), Days.date(START + 30));
        assertThat((found.champions() + found.challengers()) % 400).isZero();
        assertThat(found.gain().value()).isCloseTo(5, within(2.0));
    }

    @Test
    void withoutOutcomesTheTestGoesOn() {
        LiveComparison found = LiveJob.compare(List.<Row>of().iterator(), 0.2, 0.05);

        assertThat(found.verdict()).isEqualTo(LiveTest.Verdict.GO_ON);
        assertThat(found.decidedOn()).isNull();
    }
}
