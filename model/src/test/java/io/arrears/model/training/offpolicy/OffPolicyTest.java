package io.arrears.model.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Off-policy estimates on logs whose true values are known, against slow twins, and where they must refuse. */
final class OffPolicyTest {
    private static final double POLICY = SyntheticPolicyLog.valueOf(SyntheticPolicyLog.POLICY);

    private static OffPolicyAnswer judge(SyntheticPolicyLog world) {
        return OffPolicy.judge(world.log, world.policy, world.none);
    }

    private static OffPolicyAnswer.Estimated estimate(SyntheticPolicyLog world) {
        return (OffPolicyAnswer.Estimated) judge(world);
    }

    @Test
    void aLargeLogTellsTheTruth() {
        OffPolicyAnswer.Estimated found = estimate(new SyntheticPolicyLog(1, 8_000, 4, 0, 0));

        assertThat(found.policy().snips().value()).isCloseTo(POLICY, within(0.4));
        assertThat(found.policy().dm().value()).isCloseTo(POLICY, within(0.1));
        assertThat(found.policy().dr().value()).isCloseTo(POLICY, within(0.4));
        assertThat(found.none().dr().value()).isCloseTo(SyntheticPolicyLog.valueOfNone(), within(0.2));
        assertThat(found.logged().value()).isCloseTo(SyntheticPolicyLog.valueOf(SyntheticPolicyLog.LOG), within(0.1));
        assertThat(found.gain().value())
                .isCloseTo(POLICY - SyntheticPolicyLog.valueOf(SyntheticPolicyLog.LOG), within(0.25));
        assertThat(found.evidence().overlap()).isCloseTo(1, within(0.05));
    }

    @Test
    void aWrongModelMisleadsTheDirectMethodAndNotTheDoublyRobustOne() {
        OffPolicyAnswer.Estimated found = estimate(new SyntheticPolicyLog(2, 8_000, 4, 5, 0));

        assertThat(found.policy().dm().value()).isGreaterThan(POLICY + 4);
        assertThat(found.policy().dr().value()).isCloseTo(POLICY, within(0.4));
    }

    @Test
    void estimatesEqualTheTextbookSums() {
        SyntheticPolicyLog world = new SyntheticPolicyLog(3, 700, 3, 2, 0.2);
        OffPolicyAnswer.Estimated found = estimate(world);
        int[] known =
                IntStream.range(0, world.log.size()).filter(world.log::isKnown).toArray();
        double[] weights = Arrays.stream(known)
                .mapToDouble(i -> world.policy.probabilities[i] / world.log.propensities[i])
                .toArray();
        double weighted = 0;
        double robust = 0;
        for (int k = 0; k < known.length; k++) {
            int i = known[k];
            weighted += weights[k] * world.log.rewards[i];
            robust += world.policy.expected[i] + weights[k] * (world.log.rewards[i] - world.log.expected[i]);
        }
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(w -> w * w).sum();

        assertThat(found.policy().snips().value()).isCloseTo(weighted / sum, within(1e-9));
        assertThat(found.policy().dr().value()).isCloseTo(robust / known.length, within(1e-9));
        assertThat(found.policy().dm().value())
                .isCloseTo(
                        Arrays.stream(known)
                                .mapToDouble(i -> world.policy.expected[i])
                                .average()
                                .orElseThrow(),
                        within(1e-9));
        double most = SwitchPoint.of(world.log, world.policy, weights(world));
        double switched = 0;
        for (int k = 0; k < known.length; k++) {
            int i = known[k];
            double correction = weights[k] <= most ? weights[k] * (world.log.rewards[i] - world.log.expected[i]) : 0;
            switched += world.policy.expected[i] + correction;
        }
        assertThat(found.policy().switchDr().value()).isCloseTo(switched / known.length, within(1e-9));
        assertThat(found.evidence().effectiveDecisions()).isCloseTo(sum * sum / squares, within(1e-6));
        assertThat(found.evidence().withoutPropensity()).isEqualTo(world.log.size() - known.length);
    }

    private static double[] weights(SyntheticPolicyLog world) {
        return IntStream.range(0, world.log.size())
                .mapToDouble(i -> world.log.isKnown(i) ? world.policy.probabilities[i] / world.log.propensities[i] : 0)
                .toArray();
    }

    @Test
    void theLogCorrectsAWrongModelWhereItSpeaks() {
        SyntheticPolicyLog wrong = new SyntheticPolicyLog(10, 3_000, 4, 5, 0);

        assertThat(SwitchPoint.of(wrong.log, wrong.policy, weights(wrong)))
                .isEqualTo(Arrays.stream(weights(wrong)).max().orElseThrow());
    }

    /** One decision in a hundred is of a kind where the policy always does what the log did once in a hundred. */
    @Test
    void theModelIsBelievedWhereTheLogHardlySpeaks() {
        double[] errors = new double[2];
        for (int run = 0; run < 1_000; run++) {
            SplittableRandom random = new SplittableRandom(run);
            int size = 1_000;
            double[][] columns = new double[4][size];
            for (int i = 0; i < size; i++) {
                boolean rare = random.nextDouble() < 0.01;
                boolean matched = !rare || random.nextDouble() < 0.01;
                columns[0][i] = !rare ? 1 : matched ? 0.01 : 0.99;
                columns[1][i] = 10 + random.nextGaussian();
                columns[2][i] = matched ? 1 : 0;
                columns[3][i] = 10;
            }
            LoggedDecisions log =
                    new LoggedDecisions(IntStream.range(0, size).toArray(), columns[0], columns[1], columns[3]);
            PolicyOnLog policy = new PolicyOnLog(columns[2], columns[3]);
            double[] weights = IntStream.range(0, size)
                    .mapToDouble(i -> policy.probabilities[i] / log.propensities[i])
                    .toArray();
            AccountSums sums = AccountSums.of(log, policy, weights);
            errors[0] += Math.pow(sums.dr().value() - 10, 2);
            errors[1] += Math.pow(sums.switchDr().value() - 10, 2);
        }

        assertThat(errors[1]).isLessThan(0.7 * errors[0]);
    }

    @Test
    void aSegmentIsJudgedAsIfItWereTheWholeLog() {
        SyntheticPolicyLog world = new SyntheticPolicyLog(11, 2_000, 4, 1, 0);
        List<String> segments = Arrays.stream(world.log.accounts)
                .mapToObj(account -> account < 20 ? "few" : account % 2 == 0 ? "even" : "odd")
                .toList();

        Map<String, OffPolicyAnswer> answers = OffPolicy.judgeBySegment(world.log, world.policy, world.none, segments);

        int[] even = IntStream.range(0, segments.size())
                .filter(i -> segments.get(i).equals("even"))
                .toArray();
        assertThat(answers.keySet()).containsExactly("even", "few", "odd");
        assertThat(answers.get("even"))
                .isEqualTo(OffPolicy.judge(world.log.only(even), world.policy.only(even), world.none.only(even)));
        assertThat(answers.get("even").evidence().accounts()).isEqualTo(990);
        assertRefused(answers.get("few"), "effective sample");
    }

    @Test
    void fewDecisionsAreRefused() {
        assertRefused(judge(new SyntheticPolicyLog(5, 60, 2, 0, 0)), "effective sample");
    }

    @Test
    void manyDecisionsOfFewAccountsAreRefused() {
        OffPolicyAnswer answer = judge(new SyntheticPolicyLog(6, 40, 100, 0, 0));

        assertThat(answer.evidence().effectiveDecisions()).isGreaterThan(100);
        assertRefused(answer, "effective sample");
    }

    @Test
    void missingPropensitiesAreRefused() {
        assertRefused(judge(new SyntheticPolicyLog(7, 3000, 4, 0, 0.6)), "propensities are missing on");
    }

    @Test
    void aStrategyThatTheLogNeverTriedIsRefused() {
        SyntheticPolicyLog world = new SyntheticPolicyLog(8, 3000, 4, 0, 0);
        PolicyOnLog foreign = new PolicyOnLog(new double[world.log.size()], world.policy.expected);

        assertRefused(OffPolicy.judge(world.log, foreign, world.none), "0.0 % of the strategy's choices");
    }

    @Test
    void aStrategyThatTheLogTriedByChanceOnlyIsRefused() {
        SyntheticPolicyLog world = new SyntheticPolicyLog(9, 3000, 4, 0, 0);
        double[] floor = new double[world.log.size()];
        Arrays.fill(floor, 0.005);

        assertRefused(
                OffPolicy.judge(world.log, new PolicyOnLog(floor, world.policy.expected), world.none),
                "of the strategy's choices");
    }

    @Test
    void anEmptyLogIsRefused() {
        LoggedDecisions empty = new LoggedDecisions(new int[0], new double[0], new double[0], new double[0]);
        PolicyOnLog nothing = new PolicyOnLog(new double[0], new double[0]);

        assertRefused(OffPolicy.judge(empty, nothing, nothing), "no decision");
    }

    @Test
    void impossibleProbabilitiesAreErrors() {
        double[] one = {1};
        assertThatThrownBy(() -> new LoggedDecisions(new int[1], new double[] {0}, one, one))
                .hasMessageContaining("propensity 0.0");
        assertThatThrownBy(() -> new PolicyOnLog(new double[] {1.2}, one)).hasMessageContaining("1.2");
    }

    private static void assertRefused(OffPolicyAnswer answer, String reason) {
        assertThat(answer).isInstanceOf(OffPolicyAnswer.Refused.class);
        assertThat(String.join("; ", ((OffPolicyAnswer.Refused) answer).reasons()))
                .contains(reason);
    }
}
