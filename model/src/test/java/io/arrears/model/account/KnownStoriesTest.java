package io.arrears.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was known when, story by story. {@link KnownTimeMutantsTest} runs these against broken doors too. */
final class KnownStoriesTest {
    private static final String ACCOUNT = "account a1 2024-01-01 limit=500 segment=retail\n";
    private static final String BILL = ACCOUNT + "invoice i1 2024-01-05 amount=100 due=2024-02-05\n";

    private static KnownHistory on(String date, String facts) {
        return FactText.history(facts).knownAtStartOf(Days.of(LocalDate.parse(date)));
    }

    private static KnownHistory at(String instant, String facts) {
        return FactText.history(facts).knownAt(Days.micros(Instant.parse(instant)));
    }

    private static long open(String date, String facts) {
        return on(date, facts).ledger().openMinor();
    }

    @Test
    void k01_a_fact_is_known_from_its_known_instant_on() {
        String facts = BILL + "payment p1 2024-03-10 amount=40 known=2024-03-15T09:00:00Z";

        assertThat(at("2024-03-15T08:59:59.999999Z", facts).payments()).isEmpty();
        assertThat(at("2024-03-15T09:00:00Z", facts).payments()).hasSize(1);
    }

    @Test
    void k02_a_date_is_the_start_of_its_day() {
        String facts = BILL + "payment p1 2024-03-10 amount=40";

        assertThat(open("2024-03-10", facts)).isEqualTo(100_00);
        assertThat(open("2024-03-11", facts)).isEqualTo(60_00);
    }

    @Test
    void k03_a_payment_booked_late_is_not_seen_before() {
        String facts = BILL + "payment p1 2024-02-04 amount=100 known=2024-02-20T09:00:00Z";

        assertThat(on("2024-02-20", facts).daysPastDue()).isEqualTo(15);
        assertThat(on("2024-02-21", facts).daysPastDue()).isZero();
        assertThat(on("2024-02-21", facts).payments().get(0).paidDay())
                .as("back-dated: it counts from the day it was paid")
                .isEqualTo(Days.of(LocalDate.parse("2024-02-04")));
    }

    @Test
    void k04_a_corrected_amount_counts_once_the_correction_is_known() {
        String facts = """
                invoice i1 2024-01-05 amount=130 due=2024-02-05 known=2024-03-01T00:00:00Z
                invoice i1 2024-01-05 amount=100 due=2024-02-05
                invoice i1 2024-01-05 amount=120 due=2024-02-05 known=2024-02-01T00:00:00Z
                """ + ACCOUNT;

        assertThat(open("2024-01-31", facts)).isEqualTo(100_00);
        assertThat(open("2024-02-01", facts)).isEqualTo(120_00);
        assertThat(open("2024-02-29", facts)).isEqualTo(120_00);
        assertThat(open("2024-03-01", facts)).isEqualTo(130_00);
    }

    @Test
    void k05_a_correction_that_moves_a_fact_to_a_later_day_takes_it_away_until_then() {
        String facts = BILL + """
                payment p1 2024-02-01 amount=40
                payment p1 2024-03-01 amount=40 known=2024-02-10T00:00:00Z
                """;

        assertThat(open("2024-02-09", facts)).isEqualTo(60_00);
        assertThat(open("2024-02-10", facts))
                .as("known not to have been paid yet")
                .isEqualTo(100_00);
        assertThat(open("2024-03-01", facts)).isEqualTo(60_00);
    }

    @Test
    void k05b_a_correction_that_moves_a_fact_to_an_earlier_day_counts_from_there() {
        String facts = BILL + """
                payment p1 2024-03-10 amount=40
                payment p1 2024-02-01 amount=40 known=2024-03-20T00:00:00Z
                """;

        assertThat(on("2024-03-19", facts).payments().get(0).paidDay())
                .isEqualTo(Days.of(LocalDate.parse("2024-03-10")));
        assertThat(on("2024-03-20", facts).payments())
                .singleElement()
                .matches(payment -> payment.paidDay() == Days.of(LocalDate.parse("2024-02-01")));
    }

    @Test
    void k06_a_bounced_payment_stood_until_the_bounce_was_known() {
        String facts = BILL + """
                payment p1 2024-02-04 amount=100
                payment r1 2024-02-06 amount=100 reverses=p1 known=2024-02-12T00:00:00Z
                """;

        assertThat(on("2024-02-11", facts).daysPastDue()).isZero();
        assertThat(on("2024-02-12", facts).daysPastDue()).isEqualTo(7);
    }

    @Test
    void k07_a_dispute_is_open_until_its_closing_is_known() {
        String facts = BILL + """
                dispute d1 2024-03-01
                dispute d1 2024-03-01 closed=2024-03-20 known=2024-03-25T00:00:00Z
                """;

        assertThat(on("2024-03-24", facts).disputes())
                .singleElement()
                .matches(dispute -> dispute.isOpenOn(Days.of(LocalDate.parse("2024-03-24"))));
        assertThat(on("2024-03-25", facts).disputes())
                .singleElement()
                .matches(dispute -> !dispute.isOpenOn(Days.of(LocalDate.parse("2024-03-24"))));
    }

    @Test
    void k08_a_consent_stands_until_its_withdrawal_is_known() {
        String facts = ACCOUNT + """
                consent call 2024-01-02 granted=1
                consent call 2024-03-01 granted=0 known=2024-03-04T10:00:00Z
                """;

        assertThat(on("2024-03-04", facts).consents())
                .extracting(Consent::granted)
                .containsExactly(true);
        assertThat(at("2024-03-04T10:00:00Z", facts).consents())
                .extracting(Consent::granted)
                .containsExactly(true, false);
    }

    @Test
    void k09_a_flag_is_in_force_until_its_end_is_known() {
        String facts = ACCOUNT + """
                flag vulnerable 2024-02-01
                flag vulnerable 2024-02-01 to=2024-02-20 known=2024-03-01T00:00:00Z
                """;

        assertThat(on("2024-02-01", facts).isFlagged(FlagKind.VULNERABLE)).isFalse();
        assertThat(on("2024-02-29", facts).isFlagged(FlagKind.VULNERABLE)).isTrue();
        assertThat(on("2024-03-01", facts).isFlagged(FlagKind.VULNERABLE)).isFalse();
    }

    @Test
    void k10_an_account_has_the_profile_known_then() {
        String facts = ACCOUNT + "account a1 2024-01-01 limit=900 segment=private known=2024-05-01T00:00:00Z";

        assertThat(on("2024-04-30", facts).getAccount().profile().creditLimitMinor())
                .isEqualTo(500_00);
        assertThat(on("2024-05-01", facts).getAccount().profile().segment()).isEqualTo("private");
        assertThat(on("2024-01-01", facts).findAccount()).isEmpty();
    }

    @Test
    void k11_the_outcome_of_a_contact_arrives_after_the_contact() {
        String facts = ACCOUNT + """
                contact c1 2024-03-09
                contact c1 2024-03-09 outcome=promise_to_pay known=2024-03-10T12:00:00Z
                promise m1 2024-03-09 amount=50 due=2024-03-20 known=2024-03-10T12:00:00Z
                """;

        assertThat(on("2024-03-10", facts).contacts().get(0).result().outcome()).isNull();
        assertThat(on("2024-03-10", facts).promises()).isEmpty();
        assertThat(on("2024-03-11", facts).contacts().get(0).result().outcome())
                .isEqualTo(ContactOutcome.PROMISE_TO_PAY);
        assertThat(on("2024-03-11", facts).promises()).hasSize(1);
    }

    @Test
    void k12_what_is_announced_for_a_later_day_has_not_happened() {
        String facts = BILL + "payment p1 2024-03-10 amount=40 known=2024-03-01T00:00:00Z";

        assertThat(on("2024-03-09", facts).payments()).isEmpty();
        assertThat(on("2024-03-10", facts).payments())
                .as("its day has come, and it was known")
                .hasSize(1);
    }

    @Test
    void k13_of_versions_known_at_one_instant_the_later_event_counts_in_any_order() {
        List<Fact> facts = new ArrayList<>(FactText.facts(BILL + """
                payment p1 2024-02-01 amount=40 known=2024-02-10T00:00:00Z
                payment p1 2024-02-03 amount=30 known=2024-02-10T00:00:00Z
                """));
        int day = Days.of(LocalDate.parse("2024-02-10"));
        AccountHistory one = AccountHistory.of(new AccountId("a1"), facts);
        Collections.reverse(facts);
        AccountHistory other = AccountHistory.of(new AccountId("a1"), facts);

        assertThat(one.knownAtStartOf(day).ledger().openMinor()).isEqualTo(70_00);
        assertThat(other.knownAtStartOf(day).ledger().openMinor()).isEqualTo(70_00);
    }

    @Test
    void k14_keys_that_look_alike_to_a_hash_table_are_two_facts() {
        assertThat("Aa").hasSameHashCodeAs("BB");

        assertThat(open("2024-03-01", BILL + """
                payment Aa 2024-02-01 amount=40
                payment BB 2024-02-02 amount=30
                """)).isEqualTo(30_00);
    }
}
