package io.arrears.pipeline.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.decision.Plan;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.spark.SharedSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a book is parted, the job plans it as one machine does. */
final class PartedAllocationIT {
    private static final StructType SCHEMA = StructType.fromDDL(
            "account_id STRING, arm INT, merit_minor DOUBLE, members BIGINT, past_due BOOLEAN, drawn INT");
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: parted
            arms:
              - {action: reminder, channel: email, cost: 0.02}
              - {action: reminder, channel: letter, cost: 1.13}
              - {action: reminder, channel: call, window: morning, cost: 2.57, uses: {agent_minutes: 4.3}}
              - {action: plan_offer, channel: call, window: evening, cost: 4.5, uses: {agent_minutes: 7.1}}
            capacities:
              agent_minutes: {share_of_accounts: 0.6}
              budget: {share_of_accounts: 70}
              letters: {share_of_accounts: 0.1}
              business: {counts: call, limit: 120, min: 90, when: 'account.segment == "b2b"'}
              plans: {counts: contacts, min_share_of_accounts: 0.01, arms: {action: plan_offer}}
            exploration: {floor: 0.01}
            """);

    @TempDir
    private static Path folder;

    private static Dataset<Row> values(int accounts, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            String id = "A-" + random.nextInt(1_000_000) + "-" + i;
            boolean business = i % 9 == 0;
            boolean pastDue = i % 5 != 0;
            Integer drawn = random.nextInt(40) == 0 ? (Integer) random.nextInt(5) : null;
            double size = 300 * Math.exp(random.nextGaussian());
            for (int arm = 0; arm < 5; arm++) {
                boolean open = arm == 0 || (drawn != null && drawn == arm) || random.nextInt(8) > 0;
                Double merit = arm == 0 ? (Double) 0.0 : (Double) (size * (random.nextDouble() - 0.2) * (1 + arm));
                rows.add(RowFactory.create(
                        id, arm, open ? merit : null, business ? 0b11111L : 0b10111L, pastDue, drawn));
            }
        }
        Collections.shuffle(rows, random);
        return SharedSpark.get().createDataFrame(rows, SCHEMA);
    }

    @Test
    void theJobPlansAsOneMachineDoes() throws Exception {
        for (int accounts : new int[] {300, 9_000}) {
            Path file = folder.resolve("values-" + accounts);
            values(accounts, accounts).write().parquet(file.toUri().toString());
            BookAllocation whole = BookAllocation.of(STRATEGY, file, LostArms.NONE);
            assertThat(whole.plan().prices().perUnit())
                    .anySatisfy(price -> assertThat(price).isPositive());
            for (int partitions : new int[] {1, 3, 8}) {
                PartedAllocation parted = PartedAllocation.of(
                        STRATEGY, SharedSpark.get().read().parquet(file.toUri().toString()), partitions, LostArms.NONE);
                assertSame(whole, parted);
            }
        }
    }

    private static void assertSame(BookAllocation whole, PartedAllocation parted) {
        Plan one = whole.plan();
        Plan other = parted.plan();
        assertThat(other.prices()).isEqualTo(one.prices());
        assertThat(parted.exceptions()).isEqualTo(whole.given().exceptions());
        assertThat(other.allocation().used()).containsExactly(one.allocation().used());
        assertThat(other.limits().most()).containsExactly(one.limits().most());
        assertThat(other.allocation().primalValue())
                .isCloseTo(
                        one.allocation().primalValue(),
                        within(1e-9 * one.allocation().primalValue()));
        assertThat(other.allocation().dualBound())
                .isCloseTo(
                        one.allocation().dualBound(),
                        within(1e-9 * one.allocation().dualBound()));
        for (int i = 0; i < one.whatIf().size(); i++) {
            double value = one.whatIf().get(i).value();
            assertThat(other.whatIf().get(i).value()).isCloseTo(value, within(1e-9 * value));
        }
    }
}
