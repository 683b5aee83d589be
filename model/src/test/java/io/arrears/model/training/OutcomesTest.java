package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.SlowLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OutcomesTest {
    private static final int D = 20_000;
    private static final int LATER = D + 400;
    private final List<Fact> facts = new ArrayList<>();

    @Property(tries = 300)
    void theOutcomesAreWhatASlowLedgerSays(
            @ForAll(supplier = Histories.class) HistoryAsOf random,
            @ForAll @IntRange(min = 0, max = 300) int observed) {
        OutcomeWindow window = new OutcomeWindow(30, 120);
        int asOf = random.asOfDay();
        Outcomes outcomes = Outcomes.of(random.history(), asOf, asOf + observed, window);
        KnownHistory now = random.history().knownAtStartOf(asOf + observed + 1);
        if (observed < 29) {
            assertThat(outcomes.pay()).isEmpty();
            assertThat(outcomes.cashMinor()).isEmpty();
        } else {
            long cash = slowCash(now, asOf, asOf + 29);
            assertThat(outcomes.cashMinor()).isEqualTo(OptionalLong.of(cash));
            assertThat(outcomes.pay()).isEqualTo(OptionalInt.of(cash > 0 ? 1 : 0));
        }
        boolean rolledBefore = random.known().daysPastDue() >= 90;
        assertThat(outcomes.roll())
                .isEqualTo(observed < 119 || rolledBefore ? OptionalInt.empty() : slowRoll(now, asOf, asOf + 119));
    }

    private static long slowCash(KnownHistory now, int from, int through) {
        long cash = 0;
        for (Payment payment : now.payments()) {
            if (payment.kind() == PaymentKind.PAYMENT && payment.paidDay() >= from && payment.paidDay() <= through) {
                long back = now.payments().stream()
                        .filter(other -> other.kind() == PaymentKind.REVERSAL
                                && payment.id().equals(other.reverses())
                                && other.paidDay() >= payment.paidDay())
                        .mapToLong(Payment::amountMinor)
                        .sum();
                cash += Math.max(0, payment.amountMinor() - back);
            }
        }
        return cash;
    }

    private static OptionalInt slowRoll(KnownHistory now, int from, int through) {
        for (int day = from; day <= through; day++) {
            int today = day;
            boolean rolled = SlowLedger.through(day, now.invoices(), now.payments()).open().stream()
                    .anyMatch(invoice -> today - invoice.dueDay() >= 90);
            if (rolled) {
                return OptionalInt.of(1);
            }
        }
        return OptionalInt.of(0);
    }

    private Outcomes outcomes(int observedThrough) {
        return Outcomes.of(AccountHistory.of(HistoryAsOf.ID, facts), D, observedThrough);
    }

    private void invoice(int dueDay) {
        facts.add(new Invoice("i" + facts.size(), D - 200, dueDay, 10_000, InvoiceKind.INVOICE, 0));
    }

    private void payment(String id, int day, long minor, PaymentKind kind, @Nullable String reverses) {
        facts.add(new Payment(id, day, minor, kind, null, reverses, null, Days.endMicros(day)));
    }

    @Test
    void theWindowHoldsTheAsOfDayAndTheTwentyNineAfterIt() {
        payment("before", D - 1, 100, PaymentKind.PAYMENT, null);
        payment("after", D + 30, 100, PaymentKind.PAYMENT, null);
        assertThat(outcomes(LATER).cashMinor()).hasValue(0);
        payment("first", D, 3, PaymentKind.PAYMENT, null);
        payment("last", D + 29, 4, PaymentKind.PAYMENT, null);
        assertThat(outcomes(LATER).cashMinor()).hasValue(7);
        assertThat(outcomes(D + 28).pay()).isEmpty();
        assertThat(outcomes(D + 29).pay()).hasValue(1);
    }

    @Test
    void moneyTakenBackLaterWasNotPaidAndAdjustmentsAreNoMoney() {
        payment("p", D + 5, 100, PaymentKind.PAYMENT, null);
        payment("note", D + 6, 900, PaymentKind.CREDIT_NOTE, null);
        payment("r", D + 60, 100, PaymentKind.REVERSAL, "p");
        assertThat(outcomes(D + 40).pay()).hasValue(1);
        assertThat(outcomes(LATER).pay()).hasValue(0);
    }

    @Test
    void anAccountRollsOnTheDayItsOldestItemIsNinetyDaysPastDue() {
        invoice(D + 89);
        assertThat(outcomes(LATER).roll()).hasValue(1);
        facts.clear();
        invoice(D + 90);
        assertThat(outcomes(LATER).roll()).hasValue(0);
        assertThat(outcomes(D + 178).roll()).isEmpty();
    }

    @Test
    void anAccountThatHasRolledAlreadyHasNoSuchOutcome() {
        invoice(D - 90);
        assertThat(outcomes(LATER).roll()).isEmpty();
        assertThat(outcomes(LATER).pay()).hasValue(0);
    }
}
