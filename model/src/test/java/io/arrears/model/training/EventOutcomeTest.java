package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.AccountHistory;
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
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.SlowLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What came of attempts, promises and account-days left alone, as stories and against slow answers. */
final class EventOutcomeTest {
    private static final int D = 20_000;
    private static final Arm CALL = new Arm("reminder", Channel.CALL, ContactWindow.EVENING);
    private final List<Fact> facts = new ArrayList<>();

    private void owed(int dueDay, long minor) {
        facts.add(new Invoice("i" + facts.size(), D - 200, dueDay, minor, InvoiceKind.INVOICE, 0));
    }

    private void paid(String id, int day, long minor) {
        money(id, day, minor, PaymentKind.PAYMENT, null);
    }

    private void money(String id, int day, long minor, PaymentKind kind, @Nullable String reverses) {
        facts.add(new Payment(id, day, minor, kind, null, reverses, null, Days.endMicros(day)));
    }

    private Contact contact(int day, Arm arm, @Nullable ContactResult result, @Nullable Double propensity) {
        Contact contact = new Contact(
                "c" + facts.size(),
                day,
                null,
                arm,
                Direction.OUTBOUND,
                result == null ? ContactResult.NOT_RECORDED : result,
                new ContactTerms(null, null, propensity),
                Days.endMicros(day));
        facts.add(contact);
        return contact;
    }

    private KnownHistory at(int day) {
        return AccountHistory.of(HistoryAsOf.ID, facts).knownAtStartOf(day);
    }

    private Optional<EventOutcome> leftAlone(int observedThrough) {
        return EventOutcome.ofAccountLeftAlone(at(D), at(observedThrough + 1), 30);
    }

    @Test
    void A01_an_attempt_counts_once_its_result_had_time_to_be_recorded() {
        Contact met = contact(D, CALL, new ContactResult(ContactOutcome.ACKNOWLEDGED, true, false, 60), null);
        assertThat(EventOutcome.ofAttempt(met, D + 5, 7)).isEmpty();
        assertThat(EventOutcome.ofAttempt(met, D + 6, 7)).contains(new EventOutcome(D + 6, true, 1));
        Contact missed = contact(D, CALL, new ContactResult(ContactOutcome.NO_ANSWER, false, false, 0), null);
        assertThat(EventOutcome.ofAttempt(missed, D + 6, 7)).contains(new EventOutcome(D + 6, false, 1));
    }

    @Test
    void A02_leaving_alone_and_attempts_without_a_result_are_no_attempts_to_learn_from() {
        assertThat(EventOutcome.ofAttempt(contact(D, Arm.NONE, null, 0.5), D + 60, 7))
                .isEmpty();
        assertThat(EventOutcome.ofAttempt(contact(D, CALL, null, 0.5), D + 60, 7))
                .isEmpty();
    }

    private Optional<EventOutcome> promised(long minor, int observedThrough) {
        Promise promise = new Promise("p", null, D - 1, D + 9, minor, Days.endMicros(D - 1));
        facts.add(promise);
        return EventOutcome.ofPromise(promise, at(D), at(observedThrough + 1), 3);
    }

    @Test
    void B01_a_promise_is_kept_by_its_amount_through_the_days_of_grace() {
        paid("early", D - 1, 40);
        paid("late", D + 12, 60);
        assertThat(promised(100, D + 12)).contains(new EventOutcome(D + 12, true, 1));
        assertThat(promised(101, D + 12)).contains(new EventOutcome(D + 12, false, 1));
    }

    @Test
    void B02_a_promise_kept_early_waits_for_its_days_like_every_other() {
        paid("p1", D + 1, 100);
        assertThat(promised(100, D + 11)).isEmpty();
        assertThat(promised(100, D + 12)).isPresent();
    }

    @Test
    void B03_money_taken_back_keeps_no_promise() {
        paid("p1", D + 1, 100);
        money("r", D + 40, 100, PaymentKind.REVERSAL, "p1");
        assertThat(promised(100, D + 20).orElseThrow().happened()).isTrue();
        assertThat(promised(100, D + 60).orElseThrow().happened()).isFalse();
    }

    @Test
    void B04_a_promise_kept_before_its_first_morning_is_no_question() {
        paid("p1", D - 1, 100);
        assertThat(promised(100, D + 60)).isEmpty();
    }

    @Test
    void C01_an_account_cures_itself_when_all_past_due_is_paid_untouched() {
        owed(D - 10, 100);
        paid("p1", D + 29, 100);
        assertThat(leftAlone(D + 28)).isEmpty();
        assertThat(leftAlone(D + 29)).contains(new EventOutcome(D + 29, true, 1));
        owed(D - 5, 1);
        assertThat(leftAlone(D + 29).orElseThrow().happened()).isFalse();
    }

    @Test
    void C02_an_account_contacted_before_the_answer_cannot_tell() {
        owed(D - 10, 100);
        contact(D + 7, CALL, null, null);
        assertThat(leftAlone(D + 60)).isEmpty();
        paid("p1", D + 6, 100);
        assertThat(leftAlone(D + 60).orElseThrow().happened()).isTrue();
    }

    @Test
    void C03_rows_left_alone_by_luck_stand_for_those_that_were_not() {
        owed(D - 10, 100);
        contact(D, Arm.NONE, null, 0.5);
        contact(D + 14, Arm.NONE, null, 0.2);
        assertThat(leftAlone(D + 60).orElseThrow().weight()).isEqualTo(10, within(1e-9));
        contact(D + 20, Arm.NONE, null, 0.1);
        assertThat(leftAlone(D + 60).orElseThrow().weight()).isEqualTo(25, within(1e-9));
        paid("p1", D + 10, 100);
        assertThat(leftAlone(D + 60).orElseThrow().weight()).isEqualTo(2, within(1e-9));
    }

    @Test
    void C04_credit_given_is_no_cure_and_an_account_not_past_due_no_question() {
        owed(D - 10, 100);
        money("w", D + 3, 100, PaymentKind.WRITE_OFF, null);
        assertThat(leftAlone(D + 60).orElseThrow().happened()).isFalse();
        facts.clear();
        owed(D, 100);
        assertThat(leftAlone(D + 60)).isEmpty();
    }

    @Property(tries = 300)
    void the_cure_is_what_a_slow_ledger_says_day_by_day(
            @ForAll(supplier = Histories.class) HistoryAsOf random,
            @ForAll @IntRange(min = 20, max = 90) int observed) {
        int day = random.asOfDay();
        KnownHistory now = random.history().knownAtStartOf(day + observed + 1);
        Optional<EventOutcome> outcome = EventOutcome.ofAccountLeftAlone(random.known(), now, 30);
        boolean pastDue =
                isPastDue(day, random.known().invoices(), random.known().payments());
        if (!pastDue || observed < 29) {
            assertThat(outcome).isEmpty();
            return;
        }
        int last = day;
        while (last < day + 29 && isPastDue(last, now.invoices(), stayed(now, day))) {
            last++;
        }
        boolean cured = !isPastDue(last, now.invoices(), stayed(now, day));
        int until = last;
        boolean contacted = now.contacts().stream()
                .anyMatch(c -> c.isOutboundAttempt() && c.decidedDay() >= day && c.decidedDay() <= until);
        assertThat(outcome.isPresent()).isEqualTo(!contacted);
        outcome.ifPresent(found -> assertThat(found.happened()).isEqualTo(cured));
    }

    private static boolean isPastDue(int day, List<Invoice> invoices, List<Payment> payments) {
        return SlowLedger.through(day, invoices, payments).open().stream().anyMatch(i -> i.dueDay() < day);
    }

    private static List<Payment> stayed(KnownHistory now, int day) {
        List<Payment> stayed = new ArrayList<>();
        for (Payment payment : now.payments()) {
            long back = now.payments().stream()
                    .filter(other -> other.kind() == PaymentKind.REVERSAL
                            && payment.id().equals(other.reverses())
                            && other.paidDay() >= payment.paidDay())
                    .mapToLong(Payment::amountMinor)
                    .sum();
            if (payment.kind().isAdjustment() && payment.paidDay() < day) {
                stayed.add(payment);
            } else if (payment.kind() == PaymentKind.PAYMENT && payment.amountMinor() > back) {
                stayed.add(new Payment(
                        payment.id(),
                        payment.paidDay(),
                        payment.amountMinor() - back,
                        payment.kind(),
                        payment.invoiceId(),
                        null,
                        null,
                        payment.knownMicros()));
            }
        }
        return stayed;
    }
}
