package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.AccountId;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Lottery;
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
            entries.add(new PlanEntry(merits, -1, random.nextInt(4) > 0, drawn(i)));
        }
        return entries;
    }

    private static int drawn(int account) {
        Draws draws = Draws.of(new AccountId("A-" + account), DAY, "arrears");
        Lottery lottery = new Lottery(STRATEGY.terms().exploration(), new int[] {0, 1, 2});
        return lottery.isHeldOut(draws) ? 0 : lottery.explores(draws) ? lottery.pick(draws) : PlanEntry.FREE;
    }

    private static Plan plan(Strategy strategy, List<PlanEntry> book) {
        Planner planner = new Planner(strategy);
        book.forEach(planner::add);
        return planner.plan();
    }

    @Test
    void capacitiesHoldChanceIncluded() {
        List<PlanEntry> book = book(5000);
        Plan plan = plan(STRATEGY, book);
        long pastDue = book.stream().filter(PlanEntry::pastDue).count();
        Plan.CapacityUse calls = plan.capacityUses().get(0);
        assertThat(calls.most()).isEqualTo(Math.floor(pastDue * 0.1));
        plan.capacityUses().forEach(use -> assertThat(use.used()).isLessThanOrEqualTo(use.most()));
        assertThat(calls.used()).isGreaterThan(calls.most() - 2);
        assertThat(calls.priceMinor()).isPositive();
        assertThat(plan.allocation().gap()).isBetween(0.0, 1e-3);
        double value = 0;
        for (int i = 0; i < book.size(); i++) {
            value += book.get(i).merits()[plan.allocation().choice()[i]];
        }
        assertThat(plan.allocation().primalValue()).isCloseTo(value, within(1e-6));
    }

    @Test
    void chanceDecidesWhatItDrewWhileCapacityLasts() {
        List<PlanEntry> book = book(20_000);
        int[] choice = plan(STRATEGY, book).allocation().choice();
        int settled = 0;
        for (int i = 0; i < choice.length; i++) {
            if (book.get(i).drawn() != PlanEntry.FREE) {
                assertThat(choice[i]).isEqualTo(book.get(i).drawn());
                settled++;
            }
        }
        assertThat(settled / 20_000.0).isCloseTo(0.05 + 0.95 * 0.06, within(0.006));
        Strategy noCalls = Strategy.parse(STRATEGY.text().replace("{share_of_accounts: 0.10}", "3"));
        Plan tight = plan(noCalls, book);
        assertThat(tight.allocation().used()[0]).isEqualTo(3);
        int first = 0;
        while (book.get(first).drawn() != 2) {
            first++;
        }
        assertThat(tight.allocation().choice()[first]).isEqualTo(2);
    }

    @Test
    void aCapacityOfASegmentCountsOnlyThatSegment() {
        Strategy strategy = Strategy.parse(STRATEGY.text()
                .replace(
                        "budget: 5000",
                        "business: {counts: call, limit: 50, min: 50, when: 'account.segment == \"b2b\"'}"));
        List<PlanEntry> book = new ArrayList<>();
        for (PlanEntry entry : book(5000)) {
            boolean business = book.size() % 10 == 0;
            double[] merits = entry.merits().clone();
            merits[2] -= business ? 1200 : 0;
            book.add(new PlanEntry(merits, business ? 0b11 : 0b01, entry.pastDue(), PlanEntry.FREE));
        }
        Plan plan = plan(strategy, book);
        int called = 0;
        for (int i = 0; i < book.size(); i += 10) {
            called += plan.allocation().choice()[i] == 2 ? 1 : 0;
        }
        assertThat(called).isEqualTo(50);
        assertThat(plan.capacityUses().get(1).used()).isEqualTo(50);
        assertThat(plan.prices().perUnit().get(1)).isNegative();
    }

    @Test
    void pricesGiveEveryoneTheirArmButTheExceptions() {
        List<PlanEntry> book = book(5000);
        Plan plan = plan(STRATEGY, book);
        double[] charges = plan.prices().charges(STRATEGY, -1);
        List<Integer> exceptions = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            double[] merits = book.get(i).merits();
            int best = 0;
            for (int j = 1; j < 3; j++) {
                best = merits[j] - charges[j] > merits[best] - charges[best] ? j : best;
            }
            int implied =
                    book.get(i).drawn() == PlanEntry.FREE ? best : book.get(i).drawn();
            if (plan.allocation().choice()[i] != implied) {
                exceptions.add(i);
            }
        }
        assertThat(plan.exceptions())
                .containsExactly(exceptions.stream().mapToInt(i -> i).toArray());
        assertThat(exceptions).hasSizeLessThan(10);
    }

    @Test
    void anEmptyBookHasAnEmptyPlan() {
        Plan plan = new Planner(STRATEGY).plan();
        assertThat(plan.allocation().choice()).isEmpty();
        assertThat(plan.allocation().primalValue()).isZero();
        assertThat(plan.prices().perUnit()).containsOnly(0.0);
    }

    @Test
    void aPlanIsTheSameAgain() {
        assertThat(plan(STRATEGY, book(3000)).allocation().choice())
                .isEqualTo(plan(STRATEGY, book(3000)).allocation().choice());
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
