package io.arrears.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.training.Horizons;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Rows of attempts, promises and account-days left alone, from one account's history. */
final class EventFoldTest {
    private static final AccountId ID = new AccountId("a-1");
    private static final int D = 20_000;
    private static final Arm CALL = new Arm("reminder", Channel.CALL, ContactWindow.EVENING);
    private final List<Fact> facts = new ArrayList<>();

    EventFoldTest() {
        facts.add(new Account(
                ID,
                "d",
                ReceivableType.UTILITY,
                Currency.getInstance("EUR"),
                D - 300,
                AccountProfile.unknown(),
                Map.of(),
                Days.endMicros(D - 300)));
        facts.add(new Invoice("i", D - 100, D - 50, 10_000, InvoiceKind.INVOICE, Days.endMicros(D - 100)));
    }

    private void contact(String id, int day, Arm arm, ContactResult result, double propensity) {
        ContactTerms terms = new ContactTerms(null, null, propensity);
        facts.add(new Contact(id, day, null, arm, Direction.OUTBOUND, result, terms, Days.endMicros(day)));
    }

    private void aStory() {
        contact("none", D, Arm.NONE, ContactResult.NOT_RECORDED, 0.5);
        contact("missed", D + 40, CALL, new ContactResult(ContactOutcome.NO_ANSWER, false, false, 0), 0.2);
        contact("met", D + 45, CALL, new ContactResult(ContactOutcome.PROMISE_TO_PAY, true, false, 90), 0.2);
        facts.add(new Promise("p", "met", D + 45, D + 50, 5_000, Days.endMicros(D + 45)));
        facts.add(new Payment("m", D + 49, 5_000, PaymentKind.PAYMENT, null, null, null, Days.endMicros(D + 49)));
    }

    private static List<Row> rows(List<Fact> known, int observedThroughDay) {
        EventFold fold = new EventFold(
                AttributeCatalogue.EMPTY,
                Horizons.STANDARD,
                new EventFold.Span(List.of(D + 10), D - 10, observedThroughDay),
                1);
        List<Row> rows = new ArrayList<>();
        fold.apply(AccountHistory.of(ID, known)).forEachRemaining(rows::add);
        rows.forEach(row -> assertThat(row.size()).isEqualTo(fold.schema().size()));
        return rows;
    }

    private Object value(Row row, String column) {
        EventFold fold =
                new EventFold(AttributeCatalogue.EMPTY, Horizons.STANDARD, new EventFold.Span(List.of(), 0, 0), 1);
        return row.get(fold.schema().fieldIndex(column));
    }

    @Test
    void everyEventIsSeenAsOfItsOwnMorning() {
        aStory();
        Map<String, List<Row>> byTarget =
                rows(facts, D + 90).stream().collect(Collectors.groupingBy(row -> row.getString(0)));
        assertThat(byTarget).containsOnlyKeys("reach", "kept", "selfcure");
        assertThat(byTarget.get("reach")).hasSize(2);
        Row met = byTarget.get("reach").get(1);
        assertThat(value(met, "as_of")).isEqualTo(D + 45);
        assertThat(value(met, "reach")).isEqualTo(1.0);
        assertThat(value(met, "attempt_channel_call")).isEqualTo(1f);
        assertThat(value(met, "attempt_window_evening")).isEqualTo(1f);
        assertThat(value(met, "no_answer_streak")).isEqualTo(1f);
        assertThat(value(met, "promises_made")).isEqualTo(0f);
        Row promise = byTarget.get("kept").get(0);
        assertThat(value(promise, "as_of")).isEqualTo(D + 46);
        assertThat(value(promise, "promises_pending")).isEqualTo(1f);
        assertThat(value(promise, "kept")).isEqualTo(1.0);
        assertThat(value(promise, "through_day")).isEqualTo(D + 53);
        Row alone = byTarget.get("selfcure").get(0);
        assertThat(value(alone, "as_of")).isEqualTo(D);
        assertThat(value(alone, "selfcure")).isEqualTo(0.0);
        assertThat(value(alone, "weight")).isEqualTo(2.0);
        assertThat(value(alone, "attempt_channel_call")).isNull();
    }

    @Test
    void outcomeWindowsThatAreNotOverMakeNoRow() {
        aStory();
        assertThat(rows(facts, D + 28)).isEmpty();
        assertThat(rows(facts, D + 29)).hasSize(1);
        assertThat(rows(facts, D + 45)).hasSize(1);
        assertThat(rows(facts, D + 51)).hasSize(3);
        assertThat(rows(facts, D + 53)).hasSize(4);
    }

    @Test
    void whatIsKnownLaterHasNoPart() {
        aStory();
        for (int observed = D; observed < D + 60; observed++) {
            long now = Days.startMicros(observed + 1);
            List<Fact> known =
                    facts.stream().filter(fact -> fact.knownMicros() <= now).toList();
            assertThat(rows(facts, observed)).isEqualTo(rows(known, observed));
        }
    }

    @Test
    void whereNobodyEverDecidedTheScheduleTellsWhoIsLeftAlone() {
        List<Row> rows = rows(facts, D + 60);
        assertThat(rows).hasSize(1);
        assertThat(value(rows.get(0), "as_of")).isEqualTo(D + 10);
        assertThat(value(rows.get(0), "selfcure")).isEqualTo(0.0);
    }
}
