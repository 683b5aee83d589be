package io.arrears.pipeline.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lever's price is what the plan without it is worth more, both without bonuses. */
final class LeverPriceTest {
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: levered
            arms:
              - {action: reminder, channel: email}
              - {action: reminder, channel: call}
            capacities: {call: 40}
            levers:
              - {name: idle, bonus: 0}
              - {name: prefer mail, arms: {channel: email}, bonus: 3}
            """);

    @TempDir
    private Path folder;

    /** 300 accounts; the second lever moves every other account's e-mail when {@code bonus} isn't 0. */
    private Path values(String name, int bonus) throws Exception {
        Path file = folder.resolve(name).resolve("part-0.parquet");
        Files.createDirectories(file.getParent());
        try (DuckDb db = DuckDb.inMemory()) {
            db.execute("""
                    COPY (
                      WITH worth AS (
                        SELECT printf('A-%%04d', i) AS account_id, arm::INTEGER AS arm,
                          CASE arm WHEN 0 THEN 0.0 WHEN 1 THEN (i * 37 %% 211)::DOUBLE ELSE (i * 91 %% 503)::DOUBLE END
                            AS net_value_minor,
                          CASE WHEN arm = 1 AND i %% 2 = 0 THEN 2 ELSE 0 END::BIGINT AS levers
                        FROM range(300) a(i), range(3) b(arm))
                      SELECT account_id, arm, net_value_minor, net_value_minor + (levers >> 1) * %d AS merit_minor,
                        levers, -1::BIGINT AS members, true AS past_due, NULL::INTEGER AS drawn
                      FROM worth) TO %s (FORMAT parquet)
                    """.formatted(bonus, DuckDb.quote(file.toString())));
        }
        return file.getParent();
    }

    @Test
    void followingALeverCostsTheValueItGivesUp() throws Exception {
        Path levered = values("levered", 300);
        BookAllocation with = BookAllocation.of(STRATEGY, levered, LostArms.NONE);
        BookAllocation without = BookAllocation.of(STRATEGY, values("plain", 0), LostArms.NONE);
        List<LeverPrice> prices = LeverPrice.list(STRATEGY, levered, LostArms.NONE, with.arms());
        assertThat(prices.get(0)).isEqualTo(new LeverPrice("idle", 0, 0));
        int moved = 0;
        double bonuses = 0;
        for (int i = 0; i < 300; i++) {
            int arm = with.plan().allocation().choice()[i];
            moved += arm != without.plan().allocation().choice()[i] ? 1 : 0;
            bonuses += arm == 1 && i % 2 == 0 ? 300 : 0;
        }
        double worth = with.plan().allocation().primalValue() - bonuses;
        assertThat(prices.get(1).moved()).isEqualTo(moved).isPositive();
        assertThat(prices.get(1).lostMinor())
                .isPositive()
                .isCloseTo(without.plan().allocation().primalValue() - worth, within(1e-6));
    }
}
