package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.policy.PolicyException;
import io.arrears.model.policy.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Test;

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
        assertThat(strategy.uses()).isDeepEqualTo(new double[][] {{0, 0, 0, 0}, {0, 0, 2, 0}, {6, 0, 450, 1}});
        assertThat(strategy.capacities().get(1).channel()).isEqualTo(Channel.LETTER);
        assertThat(strategy.capacities().get(2).limitFor(1000)).isEqualTo(500_000);
        assertThat(strategy.capacities().get(3).limitFor(1009)).isEqualTo(100);
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
}
