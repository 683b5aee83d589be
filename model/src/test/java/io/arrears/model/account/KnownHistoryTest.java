package io.arrears.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class KnownHistoryTest {
    private static final AccountId ID = new AccountId("a1");

    @Test
    void aLateFactIsUnknownUntilItsKnownTime() {
        Payment booked = payment(10_00, Days.endMicros(15));
        AccountHistory history = AccountHistory.of(ID, List.of(booked));

        assertThat(history.knownAtStartOf(15).payments()).isEmpty();
        assertThat(history.knownAt(Days.endMicros(15) - 1).payments()).isEmpty();
        assertThat(history.knownAt(Days.endMicros(15)).payments()).containsExactly(booked);
    }

    @Test
    void aCorrectionReplacesTheFactOnceKnown() {
        Payment booked = payment(10_00, Days.endMicros(10));
        Payment corrected = payment(12_00, Days.endMicros(20));
        AccountHistory history = AccountHistory.of(ID, List.of(corrected, booked));

        assertThat(history.knownAtStartOf(11).payments()).containsExactly(booked);
        assertThat(history.knownAtStartOf(21).payments()).containsExactly(corrected);
    }

    @Test
    void aDisputeIsOpenUntilItsClosingIsKnown() {
        Dispute opened = new Dispute("d1", null, 10, null, DisputeResolution.OPEN, null, Days.endMicros(10));
        Dispute closed = new Dispute("d1", null, 10, 20, DisputeResolution.UPHELD, null, Days.endMicros(25));
        AccountHistory history = AccountHistory.of(ID, List.of(opened, closed));

        assertThat(history.knownAtStartOf(24).disputes()).allMatch(dispute -> dispute.isOpenOn(24));
        assertThat(history.knownAtStartOf(26).disputes()).singleElement().matches(dispute -> !dispute.isOpenOn(26));
    }

    @Test
    void aFactOfALaterDayIsNotYetSeen() {
        Payment announced = payment(10_00, Days.startMicros(5));

        assertThat(AccountHistory.of(ID, List.of(announced)).knownAtStartOf(9).payments())
                .isEmpty();
    }

    @Test
    void anUnknownAccountSaysWhichAndWhen() {
        KnownHistory known = AccountHistory.of(ID, List.of()).knownAtStartOf(0);

        assertThatThrownBy(known::getAccount).hasMessageContaining("a1").hasMessageContaining("1970-01-01");
    }

    @Property(tries = 300)
    void theOrderOfFactsNeverMatters(@ForAll(supplier = Histories.class) HistoryAsOf random, @ForAll long seed) {
        List<Fact> shuffled = new ArrayList<>(random.facts());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(all(new HistoryAsOf(shuffled, random.asOfDay()).known())).isEqualTo(all(random.known()));
    }

    @Property(tries = 300)
    void ofEachFactTheVersionKnownLastCounts(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        long asOf = Days.startMicros(random.asOfDay());
        List<Fact> expected = random.facts().stream()
                .filter(fact -> fact.knownMicros() <= asOf)
                .filter(fact -> random.facts().stream()
                        .noneMatch(other -> isSameFact(other, fact)
                                && other.knownMicros() <= asOf
                                && VERSIONS.compare(other, fact) > 0))
                .filter(fact -> fact.eventDay() <= random.asOfDay())
                .distinct()
                .toList();

        assertThat(all(random.known())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 300)
    void whatIsNotKnownYetChangesNothing(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        List<Fact> truncated = new ArrayList<>(random.facts());
        truncated.removeIf(fact -> fact.knownMicros() > Days.startMicros(random.asOfDay()));

        assertThat(all(new HistoryAsOf(truncated, random.asOfDay()).known())).isEqualTo(all(random.known()));
    }

    /** Known last; when known at once, the later event; the rest only makes it total. */
    private static final Comparator<Fact> VERSIONS = Comparator.comparingLong(Fact::knownMicros)
            .thenComparingInt(Fact::eventDay)
            .thenComparing(Fact::toString);

    private static boolean isSameFact(Fact one, Fact other) {
        return one.table() == other.table() && one.key().equals(other.key());
    }

    private static List<Fact> all(KnownHistory known) {
        List<Fact> facts = new ArrayList<>();
        known.findAccount().ifPresent(facts::add);
        facts.addAll(known.invoices());
        facts.addAll(known.payments());
        facts.addAll(known.contacts());
        facts.addAll(known.promises());
        facts.addAll(known.disputes());
        facts.addAll(known.consents());
        facts.addAll(known.flags());
        return facts;
    }

    private static Payment payment(long minor, long knownMicros) {
        return new Payment("p1", 10, minor, PaymentKind.PAYMENT, null, null, null, knownMicros);
    }
}
