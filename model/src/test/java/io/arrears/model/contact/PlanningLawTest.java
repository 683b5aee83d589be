package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for plans beside the rules of the packs a strategy names. */
final class PlanningLawTest {
    private static final RulePacks HOUSE = RulePacks.named(List.of("house-default"));
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

    @Test
    void A27_hard_stops_hold_whatever_packs_are_named() throws Exception {
        RulePacks uk = RuleStoriesTest.travelled(RulePacks.inForce(List.of("uk")));
        assertThat(uk.digests()).containsKeys("uk@1", "house-default@2");
        for (String fact : List.of(
                "flag 2026-03-01 deceased",
                "flag 2026-03-01 bankruptcy",
                "flag 2026-03-01 cease_contact",
                "flag 2026-03-01 attorney",
                "flag 2026-03-01 breathing_space",
                "flag 2026-03-01 moratorium",
                "flag 2026-03-01 identity_theft",
                "flag 2026-03-01 sold",
                "flag 2026-03-01 vulnerable",
                "dispute 2026-03-01",
                "promise 2026-03-12 100.00",
                "consent 2026-03-01 call 0")) {
            Verdict verdict = uk.judge(CaseText.known("2026-03-10T10:00:00Z", LATE + fact), CALL);
            assertThat(verdict.isAllowed()).as(fact).isFalse();
            assertThat(blocked(verdict).rule()).as(fact).matches("(house-default|uk)/.*");
        }
        // neither hours nor caps of the house
        String called = LATE + "contact 2026-03-10T01:00:00Z letter delivered";
        assertThat(uk.judge(CaseText.known("2026-03-10T02:00:00Z", called), CALL)
                        .isAllowed())
                .isTrue();
        assertThat(RulePacks.inForce(List.of("house-default")).digests()).isEqualTo(HOUSE.digests());
    }

    @Test
    void A28_a_plan_of_a_day_is_for_that_day_where_the_debtor_is() {
        PlannedContact evening = plan(Channel.CALL, ContactWindow.EVENING);
        String east = US_DEBT.replace("America/Chicago", "America/New_York");
        // the evening of 9 March is left by the law, and gone when people begin to work
        assertThat(slot(HOUSE.judge(CaseText.known("2026-03-10T00:00:00Z", east), evening)))
                .isEqualTo(new Slot(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-10T01:00:00Z")));
        assertThat(slot(planned("2026-03-10T00:00:00Z", east, evening)))
                .isEqualTo(new Slot(Instant.parse("2026-03-10T21:00:00Z"), Instant.parse("2026-03-11T01:00:00Z")));
        // a moment of the day is that moment
        assertThat(slot(planned("2026-03-10T00:00:01Z", east, evening)).notBefore())
                .isEqualTo("2026-03-10T00:00:01Z");
        // the latest of the zones the debtor may be in; further east the day has begun
        String two = US_DEBT.replace("America/Chicago", "America/New_York;America/Los_Angeles");
        PlannedContact letter = plan(Channel.LETTER, ContactWindow.ANY);
        assertThat(slot(planned("2026-03-10T00:00:00Z", two, letter)).notBefore())
                .isEqualTo("2026-03-10T07:00:00Z");
        assertThat(slot(planned("2026-03-10T00:00:00Z", LATE, letter)).notBefore())
                .isEqualTo("2026-03-10T00:00:00Z");
    }

    private static Verdict planned(String asOf, String text, PlannedContact contact) {
        return HOUSE.planningLawOf(CaseText.known(asOf, text), OtherAccounts.NONE)
                .judge(contact);
    }
}
