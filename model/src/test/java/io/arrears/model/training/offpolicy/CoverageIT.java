package io.arrears.model.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.training.evaluation.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How often the 95 % intervals hold the true value, over 1,000 logs in which decisions of an account belong together and
 * the model is wrong.
 */
final class CoverageIT {
    private static final int RUNS = Integer.getInteger("coverage.runs", 1_000);
    private static final int ACCOUNTS = Integer.getInteger("coverage.accounts", 500);
    private static final double POLICY = SyntheticPolicyLog.valueOf(SyntheticPolicyLog.POLICY);
    private static final double LOGGED = SyntheticPolicyLog.valueOf(SyntheticPolicyLog.LOG);

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Map<String, Integer> held = new LinkedHashMap<>();
        for (int run = 0; run < RUNS; run++) {
            SyntheticPolicyLog world = new SyntheticPolicyLog(10_000 + run, ACCOUNTS, 4, 1, 0);
            OffPolicyAnswer.Estimated found =
                    (OffPolicyAnswer.Estimated) OffPolicy.judge(world.log, world.policy, world.none);
            count(held, "SNIPS", found.policy().snips(), POLICY);
            count(held, "DR", found.policy().dr(), POLICY);
            count(held, "Switch-DR", found.policy().switchDr(), POLICY);
            count(held, "nobody contacted, DR", found.none().dr(), SyntheticPolicyLog.valueOfNone());
            count(held, "logged", found.logged(), LOGGED);
            count(held, "gain", found.gain(), POLICY - LOGGED);
        }
        System.out.printf("truth within the 95 %% interval, of %,d logs: %s%n", RUNS, held);

        assertThat(held.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo((int) (0.93 * RUNS)));
    }

    private static void count(Map<String, Integer> held, String figure, Interval interval, double truth) {
        held.merge(figure, interval.low() <= truth && truth <= interval.high() ? 1 : 0, Integer::sum);
    }
}
