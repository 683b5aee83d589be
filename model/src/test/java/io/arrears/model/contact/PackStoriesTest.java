package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What each pack adds, and that it does so from the day it takes effect and not a day before. */
final class PackStoriesTest {
    private static final PlannedContact CALL = new PlannedContact(Channel.CALL, ContactWindow.ANY, false);
    private static final PlannedContact EMAIL = new PlannedContact(Channel.EMAIL, ContactWindow.ANY, false);
    private static final PlannedContact LETTER = new PlannedContact(Channel.LETTER, ContactWindow.ANY, false);
    private static final PlannedContact ESCALATION =
            new PlannedContact("escalation", Channel.LETTER, ContactWindow.ANY, false, false);

    private static Verdict judge(String pack, PlannedContact planned, String asOf, String text) {
        return RulePacks.named(List.of(pack)).judge(CaseText.known(asOf, text), planned);
    }

    private static void assertBlocked(Verdict verdict, String rule, @Nullable String earliest) {
        assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
        Verdict.Blocked blocked = (Verdict.Blocked) verdict;
        assertThat(blocked.rule()).isEqualTo(rule);
        assertThat(blocked.earliestNext()).isEqualTo(earliest == null ? null : Instant.parse(earliest));
    }

    private static void assertFrom(Verdict verdict, String notBefore) {
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        assertThat(((Verdict.Allowed) verdict).slot().notBefore()).isEqualTo(notBefore);
    }

    private static String account(String place, String zone) {
        return "account consumer_loan USD first_party " + place + " " + zone + "\ninvoice 2026-01-10 500.00\n";
    }

    private static String thirdParty(String place, String zone) {
        return account(place, zone).replace("first_party", "third_party");
    }

    @Test
    void B01_new_york_city_counts_every_channel_from_its_first_day_by_the_clock_of_the_debtor() {
        String thrice = account("US-NY", "America/New_York") + """
                contact 2026-08-28T15:00:00Z letter delivered
                contact 2026-08-29T15:00:00Z call no_answer
                contact 2026-08-30T15:00:00Z email delivered
                """;
        assertFrom(judge("us-nyc", LETTER, "2026-08-31T15:00:00Z", thrice), "2026-08-31T15:00:00Z");
        assertFrom(judge("us-nyc", LETTER, "2026-09-01T03:59:00Z", thrice), "2026-09-01T03:59:00Z");
        assertBlocked(
                judge("us-nyc", LETTER, "2026-09-01T04:00:00Z", thrice), "us-nyc/three-a-week", "2026-09-04T04:00:00Z");
    }

    @Test
    void B02_a_contact_planned_the_day_before_ends_where_the_new_rule_begins() {
        String email = account("US-NY", "America/New_York");
        Verdict eve = judge("us-nyc", EMAIL, "2026-08-31T15:00:00Z", email);
        assertThat(((Verdict.Allowed) eve).slot().notAfter()).isEqualTo("2026-09-01T04:00:00Z");
        assertBlocked(judge("us-nyc", EMAIL, "2026-09-01T15:00:00Z", email), "us-nyc/electronic-consent", null);
        String granted = email + "consent 2026-01-01 email 1";
        assertThat(judge("us-nyc", EMAIL, "2026-09-01T15:00:00Z", granted).isAllowed())
                .isTrue();
    }

    @Test
    void B03_the_second_consumer_credit_directive_wants_an_offer_before_escalation() {
        String german = "account consumer_loan EUR first_party DE Europe/Berlin\ninvoice 2026-01-10 500.00\n";
        assertThat(judge("eu-ccd2", ESCALATION, "2026-11-19T10:00:00Z", german).isAllowed())
                .isTrue();
        assertBlocked(judge("eu-ccd2", ESCALATION, "2026-11-20T10:00:00Z", german), "eu-ccd2/forbearance-first", null);
        assertThat(judge("eu-ccd2", LETTER, "2026-11-20T10:00:00Z", german).isAllowed())
                .isTrue();
    }

    @Test
    void B03_whatever_enforcement_is_called_and_only_an_offer_in_these_arrears_counts() {
        String german = "account consumer_loan EUR first_party DE Europe/Berlin\ninvoice 2026-01-10 500.00\n";
        String before = german + "contact 2025-12-01T10:00:00Z letter delivered outbound plan_offer";
        String since = german + "contact 2026-03-01T10:00:00Z letter delivered outbound plan_offer";
        for (String action : List.of("escalation", "agency", "legal")) {
            PlannedContact letter = new PlannedContact(action, Channel.LETTER, ContactWindow.ANY, false, false);
            assertBlocked(judge("eu-ccd2", letter, "2026-11-20T10:00:00Z", german), "eu-ccd2/forbearance-first", null);
            assertBlocked(judge("eu-ccd2", letter, "2026-11-20T10:00:00Z", before), "eu-ccd2/forbearance-first", null);
            assertThat(judge("eu-ccd2", letter, "2026-11-20T10:00:00Z", since).isAllowed())
                    .as(action)
                    .isTrue();
        }
    }

    @Test
    void B04_one_revocation_closes_calls_and_texts_from_february_2027_only() {
        String texted = account("US-TX", "America/Chicago") + "consent 2027-01-05 sms 0";
        assertThat(judge("us-federal", CALL, "2027-01-30T16:00:00Z", texted).isAllowed())
                .isTrue();
        assertBlocked(judge("us-federal", CALL, "2027-01-31T16:00:00Z", texted), "us-federal/tcpa-revoke-all", null);
    }

    @Test
    void B05_breathing_space_counts_from_may_2021() {
        String resting = "account consumer_loan GBP first_party GB Europe/London\ninvoice 2020-01-10 500.00\n"
                + "flag 2021-05-01 breathing_space";
        assertThat(judge("uk", CALL, "2021-05-03T10:00:00Z", resting).isAllowed())
                .isTrue();
        assertBlocked(judge("uk", CALL, "2021-05-04T10:00:00Z", resting), "uk/breathing-space", null);
    }

    @Test
    void B06_regulation_f_takes_effect_at_local_midnight() {
        String talked = thirdParty("US-CA", "America/Los_Angeles").replace("2026", "2021")
                + "contact 2021-11-28T18:00:00Z call promise_to_pay";
        assertFrom(judge("us-federal", CALL, "2021-11-30T03:00:00Z", talked), "2021-11-30T03:00:00Z");
        assertBlocked(
                judge("us-federal", CALL, "2021-11-30T09:00:00Z", talked),
                "us-federal/after-conversation",
                "2021-12-05T16:00:00Z");
    }

    @Test
    void B07_massachusetts_counts_calls_and_texts_together() {
        String twice = account("US-MA", "America/New_York")
                + "contact 2026-03-04T15:00:00Z call no_answer\ncontact 2026-03-06T15:00:00Z sms delivered";
        assertBlocked(judge("us-ma", CALL, "2026-03-10T14:00:00Z", twice), "us-ma/two-a-week", "2026-03-11T12:00:00Z");
        assertThat(judge("us-ma", EMAIL, "2026-03-10T14:00:00Z", twice).isAllowed())
                .isTrue();
    }

    @Test
    void B08_washington_counts_replies_and_begins_its_week_on_either_day() {
        String thrice = thirdParty("US-WA", "America/Los_Angeles") + """
                contact 2026-03-08T17:00:00Z email delivered
                contact 2026-03-09T17:00:00Z call acknowledged inbound
                contact 2026-03-10T17:00:00Z sms delivered
                """;
        assertBlocked(
                judge("us-wa", CALL, "2026-03-12T17:00:00Z", thrice), "us-wa/three-a-week", "2026-03-15T14:30:00Z");
        String since = thrice.replace("2026-03-08", "2026-03-11");
        assertBlocked(
                judge("us-wa", CALL, "2026-03-12T17:00:00Z", since), "us-wa/three-a-week", "2026-03-16T14:30:00Z");
    }

    @Test
    void B09_an_arm_may_pass_what_is_only_recommended_and_nothing_else() {
        String thrice = account("GB", "Europe/London") + """
                contact 2026-03-08T10:00:00Z email delivered
                contact 2026-03-09T10:00:00Z email delivered
                contact 2026-03-10T10:00:00Z email delivered
                """;
        Verdict held = judge("uk", LETTER, "2026-03-11T10:00:00Z", thrice);
        assertBlocked(held, "uk/three-a-week", "2026-03-15T00:00:00Z");
        assertThat(((Verdict.Blocked) held).severity()).isEqualTo(Severity.RECOMMEND);
        PlannedContact beyond = new PlannedContact("reminder", Channel.LETTER, ContactWindow.ANY, false, true);
        assertThat(judge("uk", beyond, "2026-03-11T10:00:00Z", thrice).isAllowed())
                .isTrue();
        assertBlocked(
                judge("uk", beyond, "2026-03-11T10:00:00Z", thrice + "flag 2026-03-01 moratorium"),
                "uk/mental-health-moratorium",
                null);
    }

    @Test
    void B10_australia_keeps_easter_and_its_longer_weekdays() {
        String account = account("AU-NSW", "Australia/Sydney");
        assertFrom(judge("au", CALL, "2026-04-02T09:30:00Z", account), "2026-04-02T09:30:00Z");
        assertFrom(judge("au", CALL, "2026-04-02T11:30:00Z", account), "2026-04-03T22:00:00Z"); // Saturday, 9:00
        assertFrom(judge("au", CALL, "2026-04-05T11:30:00Z", account), "2026-04-06T21:30:00Z"); // Tuesday, 7:30
    }

    @Test
    void B11_ontario_waits_six_days_after_the_first_letter() {
        String account = account("CA-ON", "America/Toronto");
        assertBlocked(judge("ca-on", CALL, "2026-03-10T14:00:00Z", account), "ca-on/written-notice", null);
        assertThat(judge("ca-on", LETTER, "2026-03-10T14:00:00Z", account).isAllowed())
                .isTrue();
        String returned = account + "contact 2026-03-01T15:00:00Z letter no_contact";
        assertBlocked(judge("ca-on", CALL, "2026-03-10T14:00:00Z", returned), "ca-on/written-notice", null);
        String written = account + "contact 2026-03-09T15:00:00Z letter delivered";
        assertBlocked(
                judge("ca-on", CALL, "2026-03-10T14:00:00Z", written), "ca-on/written-notice", "2026-03-16T11:00:00Z");
    }

    @Test
    void B12_ontario_counts_only_what_came_across_after_the_first_conversation() {
        String talked = account("CA-ON", "America/Toronto") + """
                contact 2026-02-01T15:00:00Z letter delivered
                contact 2026-03-04T15:00:00Z call voicemail
                contact 2026-03-05T15:00:00Z call acknowledged
                contact 2026-03-06T15:00:00Z call voicemail
                contact 2026-03-07T15:00:00Z email delivered
                contact 2026-03-08T15:00:00Z call no_answer
                contact 2026-03-09T15:00:00Z letter delivered
                """;
        assertThat(judge("ca-on", CALL, "2026-03-10T14:00:00Z", talked).isAllowed())
                .isTrue();
        assertBlocked(
                judge("ca-on", CALL, "2026-03-10T14:00:00Z", talked + "contact 2026-03-09T15:00:00Z call voicemail"),
                "ca-on/three-a-week",
                "2026-03-13T11:00:00Z");
    }

    @Test
    void B13_quebec_rests_on_sundays_and_on_patriots_day() {
        String account = account("CA-QC", "America/Toronto");
        assertFrom(judge("ca-qc", CALL, "2026-05-17T01:00:00Z", account), "2026-05-19T12:00:00Z");
    }

    @Test
    void B14_a_consent_of_the_last_seven_days_takes_calls_out_of_the_count() {
        StringBuilder calls = new StringBuilder(thirdParty("US-TX", "America/Chicago"));
        for (int i = 4; i <= 10; i++) {
            calls.append("contact 2026-03-%02dT16:00:00Z call no_answer%n".formatted(i));
        }
        String asOf = "2026-03-10T17:00:00Z";
        assertBlocked(judge("us-federal", CALL, asOf, calls.toString()), "us-federal/7-in-7", "2026-03-11T13:00:00Z");
        assertThat(judge("us-federal", CALL, asOf, calls + "consent 2026-03-10 call 1")
                        .isAllowed())
                .isTrue();
        assertThat(judge("us-federal", CALL, asOf, calls + "consent 2026-02-20 call 1")
                        .isAllowed())
                .isFalse();
    }

    @Test
    void B15_a_state_that_is_not_known_may_be_any() {
        String twice = "contact 2026-03-08T15:00:00Z call no_answer\ncontact 2026-03-09T15:00:00Z call no_answer";
        assertThat(judge("us-ma", CALL, "2026-03-10T15:00:00Z", account("US", "America/New_York") + twice)
                        .isAllowed())
                .isFalse();
        assertThat(judge("us-ma", CALL, "2026-03-10T15:00:00Z", account("US-TX", "America/New_York") + twice)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void B16_delayed_and_withdrawn_rules_bind_nobody() {
        for (String status : List.of("in_force", "guidance", "delayed", "withdrawn")) {
            RulePacks packs = RulePacks.parse(List.of("""
                    pack: one
                    citation: none
                    rules:
                      - {id: never, kind: hours, hours: {monday: closed}, status: %s}
                    """.formatted(status)));
            boolean binds = status.equals("in_force") || status.equals("guidance");
            assertThat(packs.judge(CaseText.known("2026-03-10T15:00:00Z", account("US", "America/New_York")), CALL)
                            .isAllowed())
                    .as(status)
                    .isNotEqualTo(binds);
        }
    }

    @Test
    void B17_easter_is_where_the_church_put_it() {
        for (String easter :
                List.of("2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25")) {
            assertThat(HolidayCalendar.easterSunday(Integer.parseInt(easter.substring(0, 4))))
                    .isEqualTo(easter);
        }
    }
}
