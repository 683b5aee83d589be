package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountId;
import org.junit.jupiter.api.Test;

/** What is drawn is as likely as the propensities say, and the hold-out is for ever. */
final class LotteryTest {
    private static final int ACCOUNTS = 60_000;
    private static final int DAY = 20_500;
    private static final int FAVOURITE = 2;
    /** With 4 degrees of freedom, exceeded by chance once in ten thousand. */
    private static final double MOST_CHI_SQUARE = 23.5;

    private final Lottery lottery = new Lottery(new Exploration(0.05, 0.04, "salt"), new int[] {0, 2, 3, 5});

    private int drawn(Draws draws) {
        return lottery.isHeldOut(draws) ? 0 : lottery.explores(draws) ? lottery.pick(draws) : FAVOURITE;
    }

    @Test
    void everyArmComesAsOftenAsItsPropensitySays() {
        for (int day = DAY; day < DAY + 3; day++) {
            int[] counts = new int[6];
            int heldOut = 0;
            for (int i = 0; i < ACCOUNTS; i++) {
                Draws draws = Draws.of(new AccountId("A-" + i), day, "salt");
                counts[drawn(draws)]++;
                heldOut += lottery.isHeldOut(draws) ? 1 : 0;
            }
            double chiSquare = term(heldOut, 0.05) + term(counts[0] - heldOut, lottery.propensity(0, FAVOURITE) - 0.05);
            for (int arm : new int[] {2, 3, 5}) {
                chiSquare += term(counts[arm], lottery.propensity(arm, FAVOURITE));
            }
            assertThat(chiSquare).as("day %d", day).isLessThan(MOST_CHI_SQUARE);
            assertThat(counts[1] + counts[4]).isZero();
        }
    }

    private static double term(int count, double probability) {
        double expected = ACCOUNTS * probability;
        return (count - expected) * (count - expected) / expected;
    }

    @Test
    void whoIsHeldOutIsHeldOutOnEveryDay() {
        int heldOut = 0;
        for (int i = 0; i < 5_000; i++) {
            AccountId account = new AccountId("A-" + i);
            boolean now = lottery.isHeldOut(Draws.of(account, DAY, "salt"));
            heldOut += now ? 1 : 0;
            for (int later : new int[] {1, 30, 365, 4_000}) {
                assertThat(lottery.isHeldOut(Draws.of(account, DAY + later, "salt")))
                        .isEqualTo(now);
            }
        }
        assertThat(heldOut).isBetween(200, 300);
    }

    /** Numbers worked out outside Java: no restart, build or machine draws others. */
    @Test
    void theDrawsOfAnAccountNeverChange() {
        assertThat(Draws.of(new AccountId("A-1"), DAY, "salt"))
                .isEqualTo(new Draws(0.4975603304324028, 0.5524670972570853, 0.7915439788298326));
    }
}
