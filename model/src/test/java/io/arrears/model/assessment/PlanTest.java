package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.AccountId;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Plan;
import io.arrears.model.decision.PlanEntry;
import io.arrears.model.decision.Planner;
import io.arrears.model.decision.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlanTest {
    private static final int DAY = 20_522;
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: plan
            arms:
              - {action: reminder, channel: email, cost: 0.02}
              - {action: reminder, channel: call, cost: 3, uses: {agent_minutes: 5}}
            capacities: {call: {share_of_accounts: 0.10}, budget: 5000}
            exploration: {holdout_share: 0.05, floor: 0.02}
            """);

    private static List<PlanEntry> book(int accounts) {
        Random random = new Random(5);
        List<PlanEntry> entries = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            double[] merits = {0, random.nextDouble() * 50 - 10, random.nextDouble() * 1000 - 200};
            entries.add(new PlanEntry(new AccountId("A-" + i), merits, random.nextInt(4) > 0));
        }
        return entries;
    }

    @Test
    void capacitiesHoldChanceIncluded() {
        List<PlanEntry> book = book(5000);
        Plan plan = Planner.plan(STRATEGY, book, DAY);
        long pastDue = book.stream().filter(PlanEntry::pastDue).count();
        assertThat(plan.limits()[0]).isEqualTo(Math.floor(pastDue * 0.1));
        plan.capacityUses().forEach(use -> assertThat(use.used()).isLessThanOrEqualTo(use.limit()));
        assertThat(plan.capacityUses().get(0).used()).isGreaterThan(plan.limits()[0] - 2);
        assertThat(plan.capacityUses().get(0).priceMinor()).isPositive();
        assertThat(plan.allocation().gap()).isLessThan(1e-3);
    }

    @Test
    void theHoldOutIsLeftAloneAndChanceTakesItsShare() {
        List<PlanEntry> book = book(20_000);
        Plan plan = Planner.plan(STRATEGY, book, DAY);
        int heldOut = 0;
        int explored = 0;
        for (int i = 0; i < book.size(); i++) {
            Draws draws = Draws.of(book.get(i).accountId(), DAY, "arrears");
            if (draws.holdout() < 0.05) {
                heldOut++;
                assertThat(plan.allocation().choice()[i]).isZero();
            } else if (draws.explore() < 0.06) {
                explored++;
            }
        }
        assertThat(heldOut / 20_000.0).isCloseTo(0.05, within(0.006));
        assertThat(explored / 20_000.0).isCloseTo(0.057, within(0.006));
    }

    @Test
    void aPlanIsTheSameAgain() {
        assertThat(Planner.plan(STRATEGY, book(3000), DAY).allocation().choice())
                .isEqualTo(Planner.plan(STRATEGY, book(3000), DAY).allocation().choice());
    }

    @Test
    void drawsAreUniformAndDifferByDay() {
        int[] tenths = new int[10];
        int n = 50_000;
        for (int i = 0; i < n; i++) {
            tenths[(int) (Draws.of(new AccountId("A-" + i), DAY, "s").pick() * 10)]++;
        }
        double chiSquare = 0;
        for (int count : tenths) {
            chiSquare += (count - n / 10.0) * (count - n / 10.0) / (n / 10.0);
        }
        assertThat(chiSquare).isLessThan(27.9);
        AccountId id = new AccountId("A-1");
        assertThat(Draws.of(id, DAY, "s").pick())
                .isNotEqualTo(Draws.of(id, DAY + 1, "s").pick());
        assertThat(Draws.of(id, DAY, "s").holdout())
                .isNotEqualTo(Draws.of(id, DAY, "t").holdout());
    }
}
