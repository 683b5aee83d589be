package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.model.account.Arm;
import io.arrears.model.policy.PolicyException;
import io.arrears.model.policy.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StrategyTest {
    /** The example of the contract, with the packs that exist. */
    private static final String EXAMPLE = """
            strategy: spring-2026
            horizon_days: 30
            currency: EUR
            arms:
              - {action: reminder, channel: email, window: any, cost: 0.02}
              - {action: plan_offer, channel: call, window: evening, cost: 4.50, uses: {agent_minutes: 6}}
            capacities: {agent_minutes: 4800, letters: 2000, budget: 5000.00, call: {share_of_accounts: 0.10}}
            settlement: {discount: 0.20, charge_share: 0.80}
            complaint_cost: 40.00
            eligibility:
              - {arms: {action: settlement_offer}, when: "history.cyclesPastDue >= 3"}
            rule_packs: [us-federal, house-default]
            exploration: {holdout_share: 0.02, floor: 0.01}
            levers: []
            """;

    @Test
    void readsTheContractsExample() {
        Strategy strategy = Strategy.parse(EXAMPLE);
        assertThat(strategy.arms()).hasSize(3);
        assertThat(strategy.arms().get(0).arm()).isEqualTo(Arm.NONE);
        assertThat(strategy.arms().get(2).costMinor()).isEqualTo(450);
        assertThat(strategy.terms().complaintCostMinor()).isEqualTo(4000);
        assertThat(strategy.uses(-1)).isDeepEqualTo(new double[][] {{0, 0, 0, 0}, {0, 0, 2, 0}, {6, 0, 450, 1}});
        assertThat(strategy.capacities().get(1).unit()).isEqualTo("contacts");
        assertThat(strategy.limits(1009).most()).containsExactly(4800, 2000, 500_000, 100);
        assertThat(strategy.limits(1009).least()).containsOnly(0);
        assertThat(strategy.digest()).hasSize(64);
    }

    @Test
    void tellsEveryProblemAtOnceWithPathValueLimitAndFix() {
        PolicyException thrown = catchThrowableOfType(PolicyException.class, () -> Strategy.parse("""
                strategy: ""
                horizon_days: 90
                currency: EURO
                colour: red
                arms:
                  - {action: reminder, channel: letter, window: evening, cost: 1}
                  - {action: reminder, channel: email, cost: -1}
                  - {action: reminder, channel: email, cost: 0.02}
                  - {action: none, channel: call}
                  - {action: plan_offer, channel: fax, assumed_effect: strong}
                capacities: {agent_minute: 10, budget: -5, letters: {share: 0.1}}
                eligibility:
                  - {when: "history.dayPastDue > 3"}
                  - {when: "history.daysPastDue"}
                  - {when: "history.daysPastDue >"}
                rule_packs: [us-tx]
                exploration: {holdout_share: 0.9, floor: 0.01}
                exchange_rates: {US: 1.1}
                levers: [{name: green}]
                """));
        assertThat(thrown.problems())
                .extracting(Problem::path)
                .contains(
                        "strategy",
                        "horizon_days",
                        "currency",
                        "colour",
                        "arms[0]",
                        "arms[1].cost",
                        "arms[2]",
                        "arms[3]",
                        "arms[4].channel",
                        "arms[4].assumed_effect",
                        "capacities.agent_minute",
                        "capacities.budget",
                        "capacities.letters.share",
                        "eligibility[0].when",
                        "eligibility[1].when",
                        "eligibility[2].when",
                        "rule_packs[0]",
                        "exploration.holdout_share",
                        "exchange_rates.US",
                        "levers[0]");
        assertThat(thrown)
                .hasMessageContaining("did you mean history.daysPastDue?")
                .hasMessageContaining("did you mean agent_minutes?")
                .hasMessageContaining("house-default, uk, us-federal");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedByName(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("latin.yaml"), "# f\u00fcr alle\nstrategy: x\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Strategy.read(file))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("latin.yaml")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aUnitThatArmsSpellOtherwiseIsRefused() {
        assertThatThrownBy(() -> Strategy.parse(EXAMPLE.replace("uses: {agent_minutes", "uses: {agentminutes")))
                .hasMessageContaining("no arm uses agent_minutes")
                .hasMessageContaining("did you mean agentminutes?");
    }

    @Test
    void packsMustBeNamedOnceAndAtLeastOne() {
        assertThatThrownBy(() -> Strategy.parse(EXAMPLE.replaceAll("rule_packs: .*", "rule_packs: []")))
                .hasMessageContaining("no pack is named");
        assertThatThrownBy(() -> Strategy.parse(EXAMPLE.replaceAll("rule_packs: .*", "rule_packs: [uk, uk]")))
                .hasMessageContaining("named twice");
    }

    @Test
    void capacitiesCanCountASegmentAndDemandAMinimum() {
        Strategy strategy = Strategy.parse(EXAMPLE.replace("call: {share_of_accounts: 0.10}}", """
                  business: {counts: agent_minutes, limit: 600, min: 60, when: 'account.segment == "b2b"'},
                  plans: {counts: contacts, min_share_of_accounts: 0.05, arms: {action: plan_offer}}}"""));
        assertThat(strategy.uses(-1)[2]).containsExactly(6, 0, 450, 6, 1);
        assertThat(strategy.uses(0b10111)[2]).containsExactly(6, 0, 450, 0, 1);
        assertThat(strategy.limits(1009).least()).containsExactly(0, 0, 0, 60, 50);
        assertThat(strategy.limits(1009).most()).containsExactly(4800, 2000, 500_000, 600, Double.POSITIVE_INFINITY);
        assertThat(strategy.capacities().get(3).unit()).isEqualTo("agent_minutes");
        assertThat(strategy.members(segment("b2b"))).isEqualTo(0b11111);
        assertThat(strategy.members(segment("retail"))).isEqualTo(0b10111);
    }

    private static Situation segment(String segment) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        SituationFields.ALL.forEach(field -> values.put(field.name(), null));
        values.put("account.segment", segment);
        return new Situation(new TreeMap<>(values));
    }

    @Test
    void tellsEveryProblemOfCapacities() {
        PolicyException thrown = catchThrowableOfType(
                PolicyException.class, () -> Strategy.parse(EXAMPLE.replace("call: {share_of_accounts: 0.10}", """
                        a: {counts: cals, limit: 5},
                        b: {counts: call},
                        c: {counts: call, limit: 5, share_of_accounts: 0.1},
                        d: {counts: call, limit: 5, min: 6},
                        e: {counts: call, limit: 5, when: 'account.segmnt == 1'},
                        f: {counts: contacts, min_share_of_accounts: 1.5},
                        g: {counts: call, limit: -1, arms: {channel: cal}}""")));
        assertThat(thrown.problems())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "capacities.a.counts",
                        "capacities.b",
                        "capacities.c",
                        "capacities.d",
                        "capacities.e.when",
                        "capacities.f",
                        "capacities.g.limit",
                        "capacities.g.arms.channel");
    }

    @Test
    void aFloorCannotGiveAllArmsMoreThanCertainty() {
        String floored = """
                strategy: a
                arms: [{action: reminder, channel: email}, {action: reminder, channel: sms}]
                exploration: {floor: %s}
                """;
        assertThat(Strategy.parse(floored.formatted("0.3333"))
                        .terms()
                        .exploration()
                        .floor())
                .isEqualTo(0.3333);
        assertThatThrownBy(() -> Strategy.parse(floored.formatted("0.34")))
                .hasMessageContaining("exploration.floor")
                .hasMessageContaining("write at most 0.3333");
    }

    @Test
    void refusesBrokenYamlAndRepeatedKeys() {
        assertThatThrownBy(() -> Strategy.parse("strategy: [a")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> Strategy.parse("strategy: a\nstrategy: b")).hasMessageContaining("Duplicate");
        assertThatThrownBy(() -> Strategy.parse("")).hasMessageContaining("mapping");
    }

    @Test
    void travels() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Strategy.parse(EXAMPLE));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Strategy arrived = (Strategy) in.readObject();
            assertThat(arrived.arms()).isEqualTo(Strategy.parse(EXAMPLE).arms());
            assertThat(arrived.digest()).isEqualTo(Strategy.parse(EXAMPLE).digest());
        }
    }

    @Test
    void convertsMinorUnitsBetweenCurrenciesOfDifferentDecimals() {
        Strategy strategy = Strategy.parse(EXAMPLE + "exchange_rates: {JPY: 0.006}\n");
        assertThat(strategy.findMinorRate(Currency.getInstance("JPY"))).hasValue(0.6);
        assertThat(strategy.findMinorRate(Currency.getInstance("EUR"))).hasValue(1);
        assertThat(strategy.findMinorRate(Currency.getInstance("USD"))).isEmpty();
    }

    @Test
    void theDefaultInTheJarIsTheOneUsersRead() throws IOException {
        Path samples = Path.of("..", "data-samples", "strategies", "default.yaml");
        assertThat(Strategy.standard().text()).isEqualTo(Files.readString(samples));
    }

    @Test
    void stepsThatComeFirstAreActionsOfTheFile() {
        String strategy = """
                strategy: escalation
                arms:
                  - {action: reminder, channel: email}
                  - {action: legal, channel: letter}
                eligibility:
                  - {arms: {action: legal}, after: [%s]}
                """;

        assertThat(Strategy.parse(strategy.formatted("reminder"))
                        .eligibility()
                        .get(0)
                        .name())
                .isEqualTo("after reminder");
        assertThatThrownBy(() -> Strategy.parse(strategy.formatted("remnder, legal")))
                .hasMessageContaining("eligibility[0].after[0]")
                .hasMessageContaining("did you mean reminder?")
                .hasMessageContaining("an action can't come after itself");
    }
}
