package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
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
import io.arrears.model.account.KnownHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What others got wrong, each under the name of the wrong idea: a test fails when the engine falls for it. */
final class KnownMistakesTest {
    private static final RulePacks FEDERAL = RulePacks.named(List.of("us-federal"));
    private static final PlannedContact CALL = new PlannedContact(Channel.CALL, ContactWindow.ANY, false);
    private static final String DEBT = """
            account consumer_loan USD third_party US-TX America/Chicago
            invoice 2026-01-10 500.00
            """;

    private static String calls(int count) {
        StringBuilder text = new StringBuilder(DEBT);
        for (int i = 0; i < count; i++) {
            text.append("contact 2026-03-%02dT16:%02d:00Z call no_answer%n".formatted(9 - i % 6, i));
        }
        return text.toString();
    }

    private static boolean isAllowed(KnownHistory known) {
        return FEDERAL.judge(known, CALL).isAllowed();
    }

    private static boolean isAllowed(String asOf, String text) {
        return isAllowed(CaseText.known(asOf, text));
    }

    @Test
    void wrong_seven_calls_are_already_too_many() {
        assertThat(isAllowed("2026-03-10T15:00:00Z", calls(6))).isTrue();
        assertThat(isAllowed("2026-03-10T15:00:00Z", calls(7))).isFalse();
    }

    @Test
    void wrong_calls_count_per_number_whatever_the_debt() {
        List<Contact> sevenElsewhere =
                CaseText.known("2026-03-10T15:00:00Z", calls(7)).contacts();
        OtherAccounts others = new OtherAccounts(sevenElsewhere, List.of(), List.of());
        KnownHistory thisDebt = CaseText.known("2026-03-10T15:00:00Z", DEBT);
        assertThat(FEDERAL.lawOf(thisDebt, others, List.of()).judge(CALL).isAllowed())
                .isTrue();
        assertThat(RulePacks.named(List.of("house-default"))
                        .lawOf(thisDebt, others, List.of())
                        .judge(CALL)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void wrong_hours_of_a_text_are_those_of_the_server() {
        PlannedContact sms = new PlannedContact(Channel.SMS, ContactWindow.ANY, false);
        Verdict verdict = FEDERAL.judge(CaseText.known("2026-03-10T09:00:00Z", DEBT), sms);
        assertThat(((Verdict.Allowed) verdict).slot().notBefore()).isEqualTo("2026-03-10T13:00:00Z");
        String hawaii = DEBT.replace("US-TX America/Chicago", "US-HI Pacific/Honolulu");
        Verdict there = FEDERAL.judge(CaseText.known("2026-03-10T15:00:00Z", hawaii), sms);
        assertThat(((Verdict.Allowed) there).slot().notBefore()).isEqualTo("2026-03-10T18:00:00Z");
    }

    @Test
    void wrong_the_area_code_says_where_somebody_is() {
        String either = DEBT.replace("America/Chicago", "America/New_York;America/Los_Angeles");
        Verdict verdict = FEDERAL.judge(CaseText.known("2026-03-10T10:00:00Z", either), CALL);
        assertThat(((Verdict.Allowed) verdict).slot())
                .isEqualTo(new Slot(Instant.parse("2026-03-10T15:00:00Z"), Instant.parse("2026-03-11T01:00:00Z")));
        assertThat(isAllowed("2026-03-10T15:00:00Z", DEBT.replace("America/Chicago", "")))
                .isFalse();
    }

    @Test
    void wrong_seven_in_seven_holds_only_where_a_state_has_rules() {
        for (String state : List.of("US-TX", "US-MA", "US-WY", "US", "-")) {
            assertThat(isAllowed("2026-03-10T15:00:00Z", calls(7).replace("US-TX", state)))
                    .as(state)
                    .isFalse();
        }
    }

    @Test
    void wrong_whoever_picked_up_had_a_conversation() {
        KnownHistory known = CaseText.known("2026-03-10T15:00:00Z", DEBT);
        for (ContactOutcome outcome : ContactOutcome.values()) {
            boolean spoke = outcome == ContactOutcome.ACKNOWLEDGED
                    || outcome == ContactOutcome.PROMISE_TO_PAY
                    || outcome == ContactOutcome.DISPUTE
                    || outcome == ContactOutcome.REFUSAL;
            List<Fact> facts = new ArrayList<>(List.of(known.getAccount()));
            facts.add(longCall(outcome, true));
            assertThat(isAllowed(AccountHistory.of(new AccountId("A-1"), facts).knownAt(known.asOfMicros())))
                    .as("%s of 95 seconds", outcome)
                    .isNotEqualTo(spoke);
            facts.set(1, longCall(outcome, false));
            assertThat(isAllowed(AccountHistory.of(new AccountId("A-1"), facts).knownAt(known.asOfMicros())))
                    .as("%s with somebody else", outcome)
                    .isTrue();
        }
    }

    @Test
    void wrong_a_call_without_an_outcome_was_none() {
        KnownHistory known = CaseText.known("2026-03-10T15:00:00Z", DEBT);
        for (boolean met : List.of(true, false)) {
            List<Fact> facts = List.of(known.getAccount(), longCall(null, met));
            assertThat(isAllowed(AccountHistory.of(new AccountId("A-1"), facts).knownAt(known.asOfMicros())))
                    .as("right party met: %s", met)
                    .isNotEqualTo(met);
        }
    }

    private static Contact longCall(@Nullable ContactOutcome outcome, boolean rightParty) {
        long at = Days.micros(Instant.parse("2026-03-09T16:00:00Z"));
        return new Contact(
                "c1",
                Days.of(at),
                at,
                new Arm("reminder", Channel.CALL, ContactWindow.ANY),
                Direction.OUTBOUND,
                new ContactResult(outcome, rightParty, false, 95),
                ContactTerms.NOT_RECORDED,
                0);
    }

    @Test
    void wrong_the_week_after_a_talk_ends_on_its_seventh_day() {
        String talked = DEBT + "contact 2026-03-02T16:00:00Z call promise_to_pay";
        assertThat(isAllowed("2026-03-08T16:00:00Z", talked)).isFalse();
        assertThat(isAllowed("2026-03-09T16:00:00Z", talked)).isTrue();
    }

    @Test
    void wrong_verdicts_may_cite_any_section() {
        Verdict.Blocked seven = (Verdict.Blocked) FEDERAL.judge(CaseText.known("2026-03-10T15:00:00Z", calls(7)), CALL);
        assertThat(seven.citation()).isEqualTo("12 CFR 1006.14(b)(2)(i)(A)");
        assertThat(seven.severity()).isEqualTo(Severity.PRESUMPTION);
        assertThat(seven.countedEvents()).hasSize(7);
    }
}
