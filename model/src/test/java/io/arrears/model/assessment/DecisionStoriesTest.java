package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Arm;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.HoldReason;
import io.arrears.model.decision.Lottery;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided for one account, story by story. */
final class DecisionStoriesTest {
    private static final String ARMS = """
            strategy: stories
            arms:
              - {action: reminder, channel: email, cost: 0.02, assumed_effect: 0.10}
              - {action: plan_offer, channel: call, window: evening, cost: 4.50, uses: {agent_minutes: 6}, assumed_effect: 0.8}
            capacities: {agent_minutes: 60}
            """;

    private static Decision.Hold hold(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Hold.class);
        return (Decision.Hold) decision;
    }

    @Test
    void A01_the_arm_that_brings_most_is_chosen_with_its_slot() {
        Decision decision = Desk.of(ARMS).decide(Desk.LATE);
        assertThat(decision.arm()).hasToString("plan_offer/call/evening");
        Decision.Contact contact = (Decision.Contact) decision;
        assertThat(contact.slot().notBefore()).isEqualTo("2026-03-10T16:00:00Z");
        assertThat(contact.slot().notAfter()).isEqualTo("2026-03-10T20:00:00Z");
        assertThat(contact.standing().runnerUp()).hasToString("reminder/email/any");
        assertThat(contact.standing().runnerUpGapMinor()).isPositive();
    }

    @Test
    void A02_value_is_cash_above_leaving_alone_less_cost_and_complaints() {
        ArmValue call = Desk.of(ARMS + "complaint_cost: 40\n")
                .assess(Desk.LATE)
                .values()
                .get(2);
        double reached = ResponseTerms.logistic(ResponseTerms.logit(0.4) + 0.8);
        double pPay = 0.4 + 0.3 * (reached - 0.4);
        assertThat(call.pReach()).isEqualTo(0.3);
        assertThat(call.pPay30d()).isCloseTo(pPay, within(1e-12));
        assertThat(call.expectedCash30dMinor()).isCloseTo(pPay * 20_000, within(1e-8));
        assertThat(call.netValueMinor()).isCloseTo((pPay - 0.4) * 20_000 - 450 - 0.003 * 4000, within(1e-8));
        assertThat(call.assumed()).isTrue();
    }

    @Test
    void A03_leaving_alone_is_worth_nothing_and_always_possible() {
        ArmValue none = Desk.of(ARMS)
                .assess(Desk.LATE + "flag 2026-03-01 deceased")
                .values()
                .get(0);
        assertThat(none.arm()).isEqualTo(Arm.NONE);
        assertThat(none.netValueMinor()).isZero();
        assertThat(none.legal()).isTrue();
    }

    @Test
    void A04_forgiveness_is_charged() {
        String settle = ARMS.replace("plan_offer", "settlement_offer");
        double free = Desk.of(settle).assess(Desk.LATE).values().get(2).netValueMinor();
        ArmValue charged = Desk.of(settle + "settlement: {discount: 0.2, charge_share: 0.5}\n")
                .assess(Desk.LATE)
                .values()
                .get(2);
        assertThat(free - charged.netValueMinor()).isCloseTo(0.1 * charged.expectedCash30dMinor(), within(1e-8));
    }

    @Test
    void A05_law_comes_before_value() {
        Decision.Hold hold = hold(Desk.of(ARMS).decide(Desk.LATE + "flag 2026-03-01 attorney"));
        assertThat(hold.reason()).isEqualTo(HoldReason.BLOCKED);
        assertThat(hold.detail()).isEqualTo("house-default/attorney");
    }

    @Test
    void A06_where_every_arm_costs_more_than_it_brings_the_account_is_left_alone() {
        String dear = ARMS.replace("4.50", "900").replace("0.02", "800");
        assertThat(hold(Desk.of(dear).decide(Desk.LATE)).reason()).isEqualTo(HoldReason.NOT_WORTH_IT);
    }

    @Test
    void A07_a_price_moves_the_choice() {
        Desk desk =
                Desk.of(ARMS.replace("  - {action: reminder, channel: email, cost: 0.02, assumed_effect: 0.10}\n", ""));
        Assessment assessment = desk.assess(Desk.LATE);
        double worth = assessment.values().get(1).netValueMinor();
        Decision cheap = desk.decider.choose(assessment, Prices.of(worth / 6 - 1), Desk.GREEDY);
        assertThat(cheap.standing().pricePaidMinor()).isCloseTo(worth - 6, within(1e-9));
        Decision dear = desk.decider.choose(assessment, Prices.of(worth / 6 + 1), Desk.GREEDY);
        assertThat(hold(dear).reason()).isEqualTo(HoldReason.CAPACITY);
    }

    @Test
    void A08_a_condition_that_fails_forbids_its_arms() {
        Desk desk = Desk.of(ARMS + """
                eligibility:
                  - {name: late, arms: {channel: call}, when: "history.daysPastDue > 90"}
                """);
        ArmValue call = desk.assess(Desk.LATE).values().get(2);
        assertThat(call.blockedBy()).isEqualTo("eligibility/late");
        assertThat(desk.decide(Desk.LATE).arm()).hasToString("reminder/email/any");
    }

    @Test
    void A09_a_currency_without_a_rate_is_left_alone_and_says_so() {
        String dollars = Desk.LATE.replace("EUR", "USD");
        Decision.Hold hold = hold(Desk.of(ARMS).decide(dollars));
        assertThat(hold.reason()).isEqualTo(HoldReason.NO_EXCHANGE_RATE);
        assertThat(hold.detail()).isEqualTo("no exchange rate for USD");
        Desk rated = Desk.of(ARMS + "exchange_rates: {USD: 0.5}\n");
        assertThat(rated.assess(dollars).values().get(2).expectedCash30dMinor())
                .isCloseTo(Desk.of(ARMS).assess(Desk.LATE).values().get(2).expectedCash30dMinor() / 2, within(1e-9));
    }

    @Test
    void A10_a_lever_moves_the_choice_and_not_the_value() {
        Desk plain = Desk.of(ARMS);
        Desk levered = Desk.of(ARMS + """
                levers:
                  - {name: prefer mail, arms: {channel: email}, when: "account.receivable_type == 'consumer_loan'", bonus: 100}
                """);
        assertThat(levered.decide(Desk.LATE).arm()).hasToString("reminder/email/any");
        assertThat(levered.assess(Desk.LATE).values())
                .isEqualTo(plain.assess(Desk.LATE).values());
    }

    @Test
    void A11_the_hold_out_is_permanent_and_never_contacted() {
        Desk desk = Desk.of(ARMS + "exploration: {holdout_share: 0.1, floor: 0.02}\n");
        AccountId id = new AccountId("A-1");
        assertThat(Draws.of(id, 20_000, "s").holdout())
                .isEqualTo(Draws.of(id, 20_999, "s").holdout());
        Decision decision =
                desk.decider.choose(desk.assess(Desk.LATE), Prices.free(desk.strategy), new Draws(0.05, 0, 0.9));
        assertThat(hold(decision).reason()).isEqualTo(HoldReason.HOLDOUT);
        assertThat(decision.standing().propensity()).isCloseTo(0.1 + 0.9 * 0.02, within(1e-12));
    }

    @Test
    void A12_chance_gives_every_allowed_arm_its_floor_and_propensities_add_up() {
        Desk desk = Desk.of(ARMS + "exploration: {holdout_share: 0.1, floor: 0.02}\n");
        Assessment assessment = desk.assess(Desk.LATE);
        Decision byChance = desk.decider.choose(assessment, Prices.free(desk.strategy), new Draws(0.5, 0.01, 0.5));
        assertThat(byChance.arm()).hasToString("reminder/email/any");
        assertThat(byChance.standing().propensity()).isCloseTo(0.9 * 0.02, within(1e-12));
        Decision greedy = desk.decider.choose(assessment, Prices.free(desk.strategy), Desk.GREEDY);
        assertThat(greedy.standing().propensity()).isCloseTo(0.9 * 0.96, within(1e-12));
        Lottery lottery = new Lottery(desk.strategy.terms().exploration(), new int[] {0, 1, 2});
        assertThat(lottery.propensity(0, 2) + lottery.propensity(1, 2) + lottery.propensity(2, 2))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void A13_a_payment_that_becomes_known_withdraws_the_contact() {
        Desk desk = Desk.of(ARMS);
        assertThat(desk.decide(Desk.LATE)).isInstanceOf(Decision.Contact.class);
        Decision after = desk.decide(Desk.LATE + "payment 2026-03-10 500.00\ninvoice 2026-04-01 20.00");
        assertThat(hold(after).detail()).isEqualTo("house-default/cured");
    }

    @Test
    void A14_the_collector_reads_when_a_larger_payment_is_what_a_contact_is_worth() {
        Desk desk = Desk.of(ARMS);
        Assessment assessment = desk.assess(Desk.LATE);
        Prices free = Prices.free(desk.strategy);
        Decision decision = desk.decider.choose(assessment, free, Desk.GREEDY);
        assertThat(Explanation.of(assessment, decision, desk.strategy, free))
                .noneMatch(sentence -> sentence.contains("when one comes"));
        List<ArmOption> larger = assessment.options().stream()
                .map(option -> option.value().arm().isNone() ? option : timesCash(option, 1.25))
                .toList();
        assertThat(Explanation.of(new Assessment(assessment.dossier(), larger), decision, desk.strategy, free))
                .anyMatch(sentence ->
                        sentence.endsWith(", and a payment, when one comes, is expected to be 25.0 % larger."));
    }

    private static ArmOption timesCash(ArmOption option, double factor) {
        ArmValue value = option.value();
        return new ArmOption(
                new ArmValue(
                        value.arm(),
                        value.blockedBy(),
                        value.pReach(),
                        value.pPay30d(),
                        value.expectedCash30dMinor() * factor,
                        value.costMinor(),
                        value.netValueMinor(),
                        value.assumed()),
                option.verdict(),
                option.leverMinor());
    }

    @Test
    void A14_the_collector_reads_why() {
        Desk desk = Desk.of(ARMS);
        String called = Desk.LATE + "consent 2026-03-01 call 0";
        List<String> told =
                Explanation.of(desk.assess(called), desk.decide(called), desk.strategy, Prices.free(desk.strategy));
        assertThat(told.get(0)).startsWith("Reminder by email between Tue 10 Mar 12:00 (Europe/Berlin)");
        assertThat(told).anyMatch(line -> line.startsWith("It is expected to bring"));
        assertThat(told).anyMatch(line -> line.startsWith("Next best: leaving the account alone"));
        assertThat(told)
                .anyMatch(line -> line.startsWith("Worth more but not possible: plan offer by call in the evening")
                        && line.contains("house-default/consent"));
        assertThat(told).contains("Score: 59 days past due lowers it.");
    }

    @Test
    void A15_the_default_strategy_decides_without_any_log() {
        Desk desk = Desk.of(io.arrears.model.decision.Strategy.standard().text());
        Decision decision = desk.decide(Desk.LATE);
        assertThat(decision).isInstanceOf(Decision.Contact.class);
        assertThat(desk.assess(Desk.LATE).values().subList(1, 5)).allMatch(ArmValue::assumed);
    }

    @Test
    void A16_who_pays_anyway_is_left_alone() {
        String arms = ARMS.replace("cost: 0.02", "cost: 0.30");
        assertThat(Desk.of(arms, 0.4).decide(Desk.LATE).arm()).hasToString("plan_offer/call/evening");
        Desk sure = Desk.of(arms, 0.99);
        assertThat(hold(sure.decide(Desk.LATE)).reason()).isEqualTo(HoldReason.NOT_WORTH_IT);
        ArmValue call = sure.assess(Desk.LATE).values().get(2);
        assertThat(call.legal()).isTrue();
        assertThat(call.expectedCash30dMinor()).isGreaterThan(19_000);
        assertThat(call.netValueMinor()).isNegative();
    }

    /** The house's strategy asks more of a contact with somebody who pays anyway: what it brings stays as it is. */
    @Test
    void A21_the_default_strategy_does_not_bother_who_pays_anyway_for_pennies() {
        String house = io.arrears.model.decision.Strategy.standard().text();
        Desk sure = Desk.of(house, 0.99);
        assertThat(sure.decide(Desk.LATE).arm()).isEqualTo(Arm.NONE);
        assertThat(sure.assess(Desk.LATE).values()).anyMatch(arm -> arm.legal() && arm.netValueMinor() > 0);
        String without = house.substring(0, house.indexOf("levers:"));
        assertThat(Desk.of(without, 0.99).decide(Desk.LATE).arm()).isNotEqualTo(Arm.NONE);
    }

    /** A lawyer's letter only after every reminder that may be sent was sent. */
    private static final String ESCALATION = """
            strategy: escalation
            arms:
              - {action: reminder, channel: email, cost: 0.02, assumed_effect: 0.1}
              - {action: legal, channel: letter, cost: 1.00, assumed_effect: 2.0}
            eligibility:
              - {arms: {action: legal}, when: "history.daysPastDue > 30", after: [reminder]}
            """;

    private static String blockOfLegal(String facts) {
        return Desk.of(ESCALATION).assess(facts).values().get(2).blockedBy();
    }

    @Test
    void A17_escalation_waits_until_cheaper_steps_were_tried() {
        assertThat(blockOfLegal(Desk.LATE)).isEqualTo("eligibility/history.daysPastDue > 30");
        assertThat(blockOfLegal(Desk.LATE + "contact 2026-02-20T09:00:00Z email delivered\n"))
                .isNull();
        assertThat(Desk.of(ESCALATION)
                        .decide(Desk.LATE + "contact 2026-02-20T09:00:00Z email delivered\n")
                        .arm())
                .hasToString("legal/letter/any");
    }

    @Test
    void A18_steps_before_the_item_fell_due_were_not_about_it() {
        assertThat(blockOfLegal(Desk.LATE + "contact 2026-01-08T09:00:00Z email delivered\n"))
                .isNotNull();
    }

    @Test
    void A19_a_step_that_may_never_be_taken_holds_nothing_up() {
        assertThat(blockOfLegal(Desk.LATE + "consent 2026-02-01 email 0\n")).isNull();
    }

    @Test
    void A19_a_step_that_the_law_only_delays_is_waited_for() {
        String strategy = ESCALATION
                .replace("action: reminder, channel: email", "action: reminder, channel: letter")
                .replace("action: legal, channel: letter", "action: legal, channel: email");
        String letters = """
                contact 2026-02-20T09:00:00Z letter delivered outbound statement
                contact 2026-02-25T09:00:00Z letter delivered outbound statement
                """;
        List<ArmValue> arms = Desk.of(strategy).assess(Desk.LATE + letters).values();
        assertThat(arms.get(1).blockedBy()).isEqualTo("house-default/two-letters-a-month");
        assertThat(arms.get(2).blockedBy()).isEqualTo("eligibility/history.daysPastDue > 30");
    }

    @Test
    void A20_a_plan_is_offered_only_where_it_can_be_afforded() {
        String plan = ARMS + """
                eligibility:
                  - {name: affordable, arms: {action: plan_offer}, when: "account.x_income * %s >= history.pastDueAmount / 3.0"}
                """;

        assertThat(Desk.of(plan.formatted("0.1"))
                        .assess(Desk.LATE)
                        .values()
                        .get(2)
                        .blockedBy())
                .isNull();
        assertThat(Desk.of(plan.formatted("0.05"))
                        .assess(Desk.LATE)
                        .values()
                        .get(2)
                        .blockedBy())
                .isEqualTo("eligibility/affordable");
        assertThat(Desk.of(plan.formatted("0.1").replace("x_income", "x_unknown"))
                        .assess(Desk.LATE)
                        .values()
                        .get(2)
                        .blockedBy())
                .isEqualTo("eligibility/affordable");
    }
}
