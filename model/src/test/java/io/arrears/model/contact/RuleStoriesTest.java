package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.policy.PolicyException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What contact law answers, story by story. */
final class RuleStoriesTest {
    private static final RulePacks HOUSE = RulePacks.named(List.of("house-default"));
    private static final RulePacks FEDERAL = RulePacks.named(List.of("us-federal"));
    private static final PlannedContact CALL = plan(Channel.CALL, ContactWindow.ANY);
    private static final String LATE = """
            account consumer_loan EUR first_party - Europe/Berlin
            invoice 2026-01-10 500.00
            """;
    private static final String US_DEBT = """
            account consumer_loan USD third_party US-TX America/Chicago
            invoice 2026-01-10 500.00
            """;

    private static PlannedContact plan(Channel channel, ContactWindow window) {
        return new PlannedContact(channel, window, false);
    }

    private static Slot slot(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).slot();
    }

    private static Verdict.Blocked blocked(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
        return (Verdict.Blocked) verdict;
    }

    private static void assertBlocked(Verdict verdict, String rule, @Nullable String earliest) {
        assertThat(blocked(verdict).rule()).isEqualTo(rule);
        assertThat(blocked(verdict).earliestNext()).isEqualTo(earliest == null ? null : Instant.parse(earliest));
    }

    @Test
    void A01_a_call_is_legal_from_eight_local_time() {
        Slot slot = slot(HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", LATE), CALL));
        assertThat(slot)
                .isEqualTo(new Slot(Instant.parse("2026-03-10T07:00:00Z"), Instant.parse("2026-03-10T20:00:00Z")));
    }

    @Test
    void A02_after_nine_in_the_evening_the_call_waits_for_the_next_day() {
        Slot slot = slot(HOUSE.judge(CaseText.known("2026-03-10T20:30:00Z", LATE), CALL));
        assertThat(slot.notBefore()).isEqualTo("2026-03-11T07:00:00Z");
    }

    @Test
    void A03_an_evening_window_meets_the_shorter_sunday() {
        Slot slot = slot(
                HOUSE.judge(CaseText.known("2026-03-15T00:00:00Z", LATE), plan(Channel.CALL, ContactWindow.EVENING)));
        assertThat(slot)
                .isEqualTo(new Slot(Instant.parse("2026-03-15T16:00:00Z"), Instant.parse("2026-03-15T17:00:00Z")));
    }

    @Test
    void A04_the_morning_after_the_clock_went_forward_begins_an_hour_earlier_in_utc() {
        PlannedContact morning = plan(Channel.CALL, ContactWindow.MORNING);
        assertThat(slot(HOUSE.judge(CaseText.known("2026-03-28T00:00:00Z", LATE), morning))
                        .notBefore())
                .isEqualTo("2026-03-28T07:00:00Z");
        assertThat(slot(HOUSE.judge(CaseText.known("2026-03-30T00:00:00Z", LATE), morning))
                        .notBefore())
                .isEqualTo("2026-03-30T06:00:00Z");
    }

    @Test
    void A05_two_possible_zones_must_both_be_open() {
        String torn = LATE.replace("Europe/Berlin", "America/New_York;America/Los_Angeles");
        Slot slot = slot(HOUSE.judge(CaseText.known("2026-01-13T08:00:00Z", torn), CALL));
        assertThat(slot)
                .isEqualTo(new Slot(Instant.parse("2026-01-13T16:00:00Z"), Instant.parse("2026-01-14T02:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALL", "SMS", "VISIT"})
    void A06_an_unknown_zone_denies_what_disturbs(String channel) {
        String unknown = LATE.replace("Europe/Berlin", "");
        Verdict verdict = HOUSE.judge(
                CaseText.known("2026-03-10T00:00:00Z", unknown), plan(Channel.valueOf(channel), ContactWindow.ANY));
        assertBlocked(verdict, "house-default/quiet-hours", null);
        assertThat(blocked(verdict).citation()).contains("time zone unknown");
    }

    @Test
    void A07_an_unknown_zone_does_not_deny_letters_and_emails() {
        String unknown = LATE.replace("Europe/Berlin", "");
        for (Channel channel : List.of(Channel.LETTER, Channel.EMAIL)) {
            Verdict verdict =
                    HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", unknown), plan(channel, ContactWindow.ANY));
            assertThat(slot(verdict).notBefore()).isEqualTo("2026-03-10T00:00:00Z");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deceased",
                "bankruptcy",
                "cease_contact",
                "attorney",
                "breathing_space",
                "moratorium",
                "identity_theft"
            })
    void A08_hard_stops_block_every_channel(String flag) {
        for (Channel channel : Channel.values()) {
            if (channel != Channel.NONE) {
                Verdict verdict = HOUSE.judge(
                        CaseText.known("2026-03-10T00:00:00Z", LATE + "flag 2026-03-01 " + flag),
                        plan(channel, ContactWindow.ANY));
                assertBlocked(verdict, "house-default/" + flag.replace('_', '-'), null);
            }
        }
    }

    @Test
    void A09_vulnerable_debtors_get_only_the_arms_the_strategy_allows() {
        String vulnerable = LATE + "flag 2026-03-01 vulnerable";
        assertBlocked(
                HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", vulnerable), CALL),
                "house-default/vulnerable",
                null);
        PlannedContact gentle = new PlannedContact(Channel.LETTER, ContactWindow.ANY, true);
        assertThat(HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", vulnerable), gentle)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A10_an_open_dispute_blocks() {
        Verdict verdict = HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", LATE + "dispute 2026-03-01"), CALL);
        assertBlocked(verdict, "house-default/open-dispute", null);
        assertThat(blocked(verdict).countedEvents()).containsExactly("dispute3");
    }

    @Test
    void A11_a_pending_promise_holds_until_due_and_grace_are_over() {
        String promised = LATE + "promise 2026-03-12 100.00";
        assertBlocked(
                HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", promised), CALL),
                "house-default/promise-pending",
                "2026-03-16T07:00:00Z");
        assertThat(HOUSE.judge(CaseText.known("2026-03-16T00:00:00Z", promised), CALL)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A12_a_kept_promise_no_longer_holds() {
        String kept = LATE + "promise 2026-03-12 100.00\npayment 2026-03-09 100.00";
        assertThat(HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", kept), CALL)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A13_nobody_is_chased_after_the_payment_that_cures() {
        String cured = LATE + "payment 2026-03-09 500.00\ninvoice 2026-04-10 50.00";
        assertThat(blocked(HOUSE.judge(CaseText.known("2026-03-12T00:00:00Z", cured), CALL))
                        .rule())
                .isEqualTo("house-default/cured");
        String part = LATE + "payment 2026-03-09 400.00";
        assertThat(HOUSE.judge(CaseText.known("2026-03-12T00:00:00Z", part), CALL)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A14_withdrawn_consent_closes_its_channel_alone() {
        String withdrawn = LATE + "consent 2026-01-01 call 1\nconsent 2026-03-01 call 0";
        assertBlocked(
                HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", withdrawn), CALL), "house-default/consent", null);
        assertThat(HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", withdrawn), plan(Channel.SMS, ContactWindow.ANY))
                        .isAllowed())
                .isTrue();
        assertThat(HOUSE.judge(CaseText.known("2026-02-10T00:00:00Z", withdrawn), CALL)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A15_push_needs_a_grant() {
        PlannedContact push = plan(Channel.PUSH, ContactWindow.ANY);
        assertBlocked(
                HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", LATE), push), "house-default/push-consent", null);
        String granted = LATE + "consent 2026-01-01 push 1";
        assertThat(HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", granted), push)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A16_one_contact_a_day_whatever_the_channel() {
        String mailed = LATE + "contact 2026-03-10T08:00:00Z email delivered";
        Verdict verdict = HOUSE.judge(CaseText.known("2026-03-10T09:00:00Z", mailed), CALL);
        assertBlocked(verdict, "house-default/one-a-day", "2026-03-11T07:00:00Z");
        assertThat(blocked(verdict).countedEvents()).containsExactly("contact3");
    }

    @Test
    void A17_the_fourth_contact_waits_until_the_first_of_three_is_seven_days_old() {
        String thrice = LATE + """
                contact 2026-03-04T09:00:00Z call no_answer
                contact 2026-03-06T09:00:00Z sms delivered
                contact 2026-03-08T09:00:00Z email delivered
                """;
        assertBlocked(
                HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", thrice), CALL),
                "house-default/three-a-week",
                "2026-03-11T07:00:00Z");
    }

    @Test
    void A18_an_inbound_call_does_not_count() {
        String rang = LATE + "contact 2026-03-10T08:00:00Z call acknowledged inbound";
        assertThat(HOUSE.judge(CaseText.known("2026-03-10T09:00:00Z", rang), CALL)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A19_regulation_f_holds_back_the_eighth_call_not_the_seventh() {
        StringBuilder calls = new StringBuilder(US_DEBT);
        for (int i = 0; i < 6; i++) {
            calls.append("contact 2026-03-%02dT16:00:00Z call no_answer%n".formatted(4 + i));
        }
        String asOf = "2026-03-10T14:00:00Z";
        assertThat(FEDERAL.judge(CaseText.known(asOf, calls.toString()), CALL).isAllowed())
                .isTrue();
        calls.append("contact 2026-03-09T18:00:00Z call no_answer");
        assertBlocked(
                FEDERAL.judge(CaseText.known(asOf, calls.toString()), CALL),
                "us-federal/7-in-7",
                "2026-03-11T13:00:00Z");
    }

    @Test
    void A20_regulation_f_after_a_talk_on_monday_the_next_call_is_next_monday() {
        String talked = US_DEBT + "contact 2026-03-02T16:00:00Z call promise_to_pay";
        assertBlocked(
                FEDERAL.judge(CaseText.known("2026-03-03T14:00:00Z", talked), CALL),
                "us-federal/after-conversation",
                "2026-03-09T13:00:00Z");
    }

    @Test
    void A21_a_voicemail_is_no_conversation() {
        String voicemail = US_DEBT + "contact 2026-03-02T16:00:00Z call voicemail";
        assertThat(FEDERAL.judge(CaseText.known("2026-03-03T14:00:00Z", voicemail), CALL)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void A22_regulation_f_binds_third_parties_in_the_united_states_only() {
        String talked = "contact 2026-03-02T16:00:00Z call promise_to_pay";
        String own = US_DEBT.replace("third_party", "first_party") + talked;
        assertThat(FEDERAL.judge(CaseText.known("2026-03-03T14:00:00Z", own), CALL)
                        .isAllowed())
                .isTrue();
        String abroad = US_DEBT.replace("US-TX", "CA-ON") + talked;
        assertThat(FEDERAL.judge(CaseText.known("2026-03-03T14:00:00Z", abroad), CALL)
                        .isAllowed())
                .isTrue();
        String anywhere = US_DEBT.replace("US-TX", "-") + talked;
        assertThat(FEDERAL.judge(CaseText.known("2026-03-03T14:00:00Z", anywhere), CALL)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void A23_a_rule_binds_from_the_day_it_takes_effect() {
        String talked = US_DEBT.replace("2026", "2021") + "contact 2021-11-28T16:00:00Z call promise_to_pay";
        assertThat(FEDERAL.judge(CaseText.known("2021-11-29T14:00:00Z", talked), CALL)
                        .isAllowed())
                .isTrue();
        assertThat(FEDERAL.judge(CaseText.known("2021-11-30T14:00:00Z", talked), CALL)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void A24_an_unknown_pack_is_an_error_that_lists_the_known_ones() {
        assertThatThrownBy(() -> RulePacks.named(List.of("house-default", "us-tx")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("'us-tx'")
                .hasMessageContaining("house-default, uk, us-federal");
    }

    @Test
    void A25_packs_travel() throws Exception {
        RulePacks packs = travelled(HOUSE);
        assertThat(packs.digests()).isEqualTo(HOUSE.digests()).containsKey("house-default@2");
        assertThat(packs.judge(CaseText.known("2026-03-10T00:00:00Z", LATE), CALL)
                        .isAllowed())
                .isTrue();
    }

    static RulePacks travelled(RulePacks packs) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(packs);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RulePacks) in.readObject();
        }
    }

    @Test
    void A26_all_problems_of_a_pack_are_told_at_once() {
        String pack = """
                pack: broken
                citation: none
                rules:
                  - {id: a, kind: hours, hours: {daily: "21:00-08:00", funday: "08:00-09:00"}}
                  - {id: b, kind: cap, unit: attempts, window: {consecutive_days: 0}, block_at: 1}
                  - {id: c, kind: stop, flag: dead, colour: red}
                """;
        assertThatThrownBy(() -> RulePacks.parse(List.of(pack)))
                .hasMessageContaining("rules[0].hours.daily")
                .hasMessageContaining("rules[0].hours.funday")
                .hasMessageContaining("rules[1].unit")
                .hasMessageContaining("rules[1].window.consecutive_days")
                .hasMessageContaining("rules[2].flag")
                .hasMessageContaining("rules[2].colour");
    }
}
