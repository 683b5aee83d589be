package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is said to change the answer does change it, as said. */
final class CounterfactualTest {
    private static final Desk DESK = Desk.of("""
            strategy: what-if
            arms:
              - {action: reminder, channel: email, cost: 0.02, assumed_effect: 0.10}
              - {action: reminder, channel: letter, cost: 1.10, assumed_effect: 0.25}
              - {action: reminder, channel: call, window: morning, cost: 2.50, uses: {agent_minutes: 4}, assumed_effect: 0.45}
              - {action: plan_offer, channel: call, window: evening, cost: 4.50, uses: {agent_minutes: 7}, assumed_effect: 0.70}
            capacities:
              agent_minutes: 10
              letters: 3
              big: {counts: call, limit: 5, when: 'history.pastDueAmount > 300.0'}
            levers:
              - {name: mail, arms: {channel: email}, bonus: 0.30}
            rule_packs: [house-default]
            """);

    private static Assessment assessment(Random random) {
        String text = "account consumer_loan EUR first_party - Europe/Berlin\ninvoice 2026-01-%02d %d.00\n"
                .formatted(1 + random.nextInt(28), 20 + random.nextInt(900));
        for (String channel : List.of("email", "letter", "call")) {
            text += random.nextInt(4) == 0 ? "consent 2026-03-01 %s 0\n".formatted(channel) : "";
        }
        return DESK.assess(text);
    }

    @Property(tries = 300)
    void everyStatementIsTrue(@ForAll long seed) {
        Random random = new Random(seed);
        Assessment assessment = assessment(random);
        Prices prices = Prices.of(random.nextDouble() * 200, random.nextDouble() * 400, random.nextInt(2) * 300);
        Decision decision = DESK.decider.choose(assessment, prices, Desk.GREEDY);
        for (Counterfactual found : Counterfactual.list(assessment, DESK.strategy, prices)) {
            assertThat(found.then()).isNotEqualTo(decision.arm());
            assertThat(apply(found.change(), assessment, prices)).isEqualTo(found.then());
        }
        long stated = Explanation.of(assessment, decision, DESK.strategy, prices).stream()
                .filter(line -> line.startsWith("It would be "))
                .count();
        assertThat(stated)
                .isEqualTo(
                        Counterfactual.list(assessment, DESK.strategy, prices).size());
    }

    /** Decides again, everything as it was but the change, which is taken as it is printed. */
    private static Arm apply(Change change, Assessment assessment, Prices prices) {
        if (change instanceof Change.Price price) {
            List<Double> perUnit = new ArrayList<>(prices.perUnit());
            perUnit.set(price.capacity(), printed(price.priceMinor()));
            return DESK.decider
                    .choose(assessment, new Prices(perUnit), Desk.GREEDY)
                    .arm();
        }
        List<ArmOption> options = new ArrayList<>();
        for (ArmOption option : assessment.options()) {
            ArmValue value = option.value();
            boolean permitted = change instanceof Change.Permission permission
                    && permission.arm().equals(value.arm());
            double more = change instanceof Change.Worth worth && worth.arm().equals(value.arm())
                    ? printed(worth.moreMinor())
                    : 0;
            ArmValue then = new ArmValue(
                    value.arm(),
                    permitted ? null : value.blockedBy(),
                    value.pReach(),
                    value.pPay30d(),
                    value.expectedCash30dMinor(),
                    value.costMinor(),
                    value.netValueMinor() + more,
                    value.assumed());
            Verdict verdict = permitted ? new Verdict.Allowed(new Slot(Instant.EPOCH, Instant.MAX)) : option.verdict();
            options.add(new ArmOption(then, verdict, option.leverMinor()));
        }
        return DESK.decider
                .choose(new Assessment(assessment.dossier(), options), prices, Desk.GREEDY)
                .arm();
    }

    private static double printed(double minor) {
        return BigDecimal.valueOf(minor).setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    @Test
    void aDearCapacityIsNamedWithItsPriceAndTheTurningPoint() {
        Assessment assessment = DESK.assess(Desk.LATE);
        Prices dear = Prices.of(0, 1500, 0);
        Decision decision = DESK.decider.choose(assessment, dear, Desk.GREEDY);
        List<String> told = Explanation.of(assessment, decision, DESK.strategy, dear);
        assertThat(told)
                .anyMatch(line -> line.startsWith("Worth more if capacity were free: reminder by letter")
                        && line.contains("it takes 1 of letters at 15.0000 EUR"))
                .anyMatch(line -> line.startsWith("It would be reminder by letter if one more of letters were worth ")
                        && line.endsWith("elsewhere instead of 15.0000 EUR."));
    }

    @Test
    void aPlansExceptionIsNotCalledChance() {
        Assessment assessment = DESK.assess(Desk.LATE);
        Prices free = Prices.free(DESK.strategy);
        Decision planned = DESK.decider.choosePlanned(assessment, free, Desk.GREEDY, 1);
        assertThat(planned.standing().runnerUpGapMinor()).isNegative();
        assertThat(Explanation.of(assessment, planned, DESK.strategy, free))
                .anyMatch(line -> line.startsWith("The plan chose it to keep to its capacities"))
                .noneMatch(line -> line.startsWith("It would be "));
    }

    @Test
    void aContactMadeForAMinimumSaysSo() {
        Assessment assessment = DESK.assess(Desk.LATE);
        Prices demanded = Prices.of(-400, 0, 0);
        Decision decision = DESK.decider.choose(assessment, demanded, Desk.GREEDY);
        assertThat(decision.arm().channel()).isEqualTo(Channel.CALL);
        assertThat(Explanation.of(assessment, decision, DESK.strategy, demanded))
                .anyMatch(
                        line -> line.startsWith("The strategy demands a minimum of such contacts, which counts for "));
    }
}
