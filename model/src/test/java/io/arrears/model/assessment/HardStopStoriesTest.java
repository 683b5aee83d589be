package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.HoldReason;
import io.arrears.model.decision.Prices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stops every contact before anything is valued, story by story. */
final class HardStopStoriesTest {
    private static final String RICH = """
            strategy: stops
            arms:
              - {action: reminder, channel: email, cost: 0, assumed_effect: 3}
              - {action: reminder, channel: sms, cost: 0, assumed_effect: 3}
              - {action: reminder, channel: letter, cost: 0, assumed_effect: 3}
              - {action: plan_offer, channel: call, cost: 0, assumed_effect: 3}
              - {action: plan_offer, channel: visit, cost: 0, assumed_effect: 3}
            levers:
              - {name: at any price, arms: {channel: call}, when: "true", bonus: 100000}
            exploration: {floor: 0.1}
            """;

    private static void assertStopped(Desk desk, String facts, String rule) {
        Assessment assessment = desk.assess(facts);
        assertThat(assessment.values().subList(1, 6))
                .extracting(ArmValue::blockedBy)
                .containsOnly(rule);
        for (double explore : new double[] {0.001, 0.999}) {
            Decision decision = desk.decider.choose(
                    assessment, Prices.free(desk.strategy), new io.arrears.model.decision.Draws(0.9, explore, 0.99));
            assertThat(decision).isInstanceOf(Decision.Hold.class);
            assertThat(((Decision.Hold) decision).reason()).isEqualTo(HoldReason.BLOCKED);
            assertThat(decision.standing().propensity()).isEqualTo(1);
        }
    }

    /** Neither what a contact would bring nor a lever nor chance passes a stop. */
    @ParameterizedTest
    @CsvSource({
        "flag 2026-03-01 deceased, deceased",
        "flag 2026-03-01 bankruptcy, bankruptcy",
        "flag 2026-03-01 cease_contact, cease-contact",
        "flag 2026-03-01 attorney, attorney",
        "flag 2026-03-01 breathing_space, breathing-space",
        "flag 2026-03-01 moratorium, moratorium",
        "flag 2026-03-01 identity_theft, identity-theft",
        "flag 2026-03-01 vulnerable, vulnerable",
        "dispute 2026-03-01, open-dispute",
        "promise 2026-03-12 100.00, promise-pending"
    })
    void S01_a_stop_holds_whatever_a_contact_would_bring(String fact, String rule) {
        Desk desk = Desk.of(RICH);
        assertThat(desk.decide(Desk.LATE)).isInstanceOf(Decision.Contact.class);
        assertStopped(desk, Desk.LATE + fact, "house-default/" + rule);
    }

    @Test
    void S02_who_paid_what_was_late_is_not_contacted() {
        assertStopped(
                Desk.of(RICH),
                Desk.LATE + "payment 2026-03-09 500.00\ninvoice 2026-04-01 20.00",
                "house-default/cured");
    }

    @Test
    void S03_a_vulnerable_debtor_gets_the_arms_the_strategy_allows_and_no_others() {
        Desk desk = Desk.of(RICH.replace("letter, cost: 0,", "letter, cost: 0, vulnerable_allowed: true,"));
        String vulnerable = Desk.LATE + "flag 2026-03-01 vulnerable";
        assertThat(desk.assess(vulnerable).values().stream().filter(ArmValue::legal))
                .extracting(value -> value.arm().toString())
                .containsExactly("none/none/any", "reminder/letter/any");
        assertThat(desk.decide(vulnerable).arm()).hasToString("reminder/letter/any");
    }

    @Test
    void S04_a_withdrawn_consent_closes_its_channel() {
        Desk desk = Desk.of(RICH);
        assertThat(desk.decide(Desk.LATE).arm()).hasToString("plan_offer/call/any");
        assertThat(desk.decide(Desk.LATE + "consent 2026-03-01 call 0")
                        .arm()
                        .channel()
                        .code())
                .isNotEqualTo("call");
        assertStopped(
                desk,
                Desk.LATE + "consent 2026-03-01 call 0\nconsent 2026-03-01 email 0\nconsent 2026-03-01 sms 0\n"
                        + "consent 2026-03-01 letter 0\nconsent 2026-03-01 visit 0",
                "house-default/consent");
    }

    @Test
    void S05_push_needs_a_consent_that_was_given() {
        Desk desk = Desk.of(RICH.replace("channel: call", "channel: push"));
        assertThat(desk.assess(Desk.LATE).values().get(4).blockedBy()).isEqualTo("house-default/push-consent");
        assertThat(desk.assess(Desk.LATE + "consent 2026-03-01 push 1")
                        .values()
                        .get(4)
                        .legal())
                .isTrue();
    }
}
