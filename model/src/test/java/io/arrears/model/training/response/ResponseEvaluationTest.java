package io.arrears.model.training.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResponseEvaluationTest {
    private static final int SEEDS = 40;

    /** Share of logs on which choosing by the response is said to beat the best constant arm. */
    private static double claims(double callEffect, double emailEffect) {
        int claimed = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            ResponseEvaluation evaluation = ResponseTrainer.train(
                            new SyntheticLog(1000 + seed, callEffect, emailEffect).rows(1500))
                    .evaluation();
            claimed += policy(evaluation).beatsConstant() ? 1 : 0;
        }
        return claimed / (double) SEEDS;
    }

    private static ResponseEvaluation.Policy policy(ResponseEvaluation evaluation) {
        ResponseEvaluation.Policy policy = evaluation.policy();
        assertThat(policy).isNotNull();
        return policy;
    }

    @Test
    void whereNoContactWorksNoGainIsInvented() {
        assertThat(claims(0, 0)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void whereOneArmIsBestForAllNoGainIsInvented() {
        assertThat(claims(0, 1.0)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void namesTheBestConstantArmAndSaysThatNothingBeatsIt() {
        ResponseEvaluation evaluation = ResponseTrainer.train(
                        new SyntheticLog(7, 0, 1.0).rows(6000), SyntheticLog.TERMS)
                .evaluation();
        assertThat(policy(evaluation).constantArm()).isEqualTo(SyntheticLog.EMAIL.toString());
        assertThat(evaluation.verdict()).startsWith("Nothing beats the best constant arm, " + SyntheticLog.EMAIL);
    }

    @Test
    void whereDebtorsDifferTheGainIsFound() {
        ResponseEvaluation evaluation = ResponseTrainer.train(
                        new SyntheticLog(8, 2.0, 0.5).rows(15_000), SyntheticLog.TERMS)
                .evaluation();
        assertThat(policy(evaluation).beatsConstant()).isTrue();
        assertThat(policy(evaluation).qini().low()).isPositive();
        assertThat(policy(evaluation).auuc().value())
                .isGreaterThan(policy(evaluation).qini().value());
    }

    /** Debtors who pay at 0.99 anyway, and debtors a call moves: the value of contact lies with the second. */
    @Test
    void whoPaysAnywayIsLeftAlone() {
        ResponseModel model = new SyntheticLog(9, 1.5, 0)
                .fitted(15_000)
                .under(Strategy.parse(
                        "{strategy: t, arms: [{action: reminder, channel: call, window: evening, cost: 3}]}"));
        double surePayer = gain(model, 0.99);
        double doubtful = gain(model, 0.4);
        assertThat(doubtful).isGreaterThan(0.1);
        assertThat(surePayer).isLessThan(0.1 * doubtful);
        // 100 EUR at stake: not worth the 3 EUR of a call
        assertThat(100 * surePayer).isLessThan(3);
    }

    private static double gain(ResponseModel model, double base) {
        var debtor = SyntheticLog.debtor(base, 20, 14);
        return model.respond(SyntheticLog.CALL, debtor).pPay()
                - model.respond(Arm.NONE, debtor).pPay();
    }

    @Test
    void everyLearnerThatWasTriedIsOnRecordAndTheChosenOneAmongThem() {
        ResponseEvaluation evaluation =
                ResponseTrainer.train(new SyntheticLog(10, 1.0, 0.2).rows(4000)).evaluation();
        assertThat(evaluation.learners())
                .hasSizeGreaterThan(4)
                .isSortedAccordingTo((a, b) -> Double.compare(a.logLoss(), b.logLoss()));
        assertThat(evaluation.learners().stream().map(ResponseEvaluation.Figure::learner))
                .contains(evaluation.chosen(), "no effect");
        ResponseEvaluation.Figure best = evaluation.learners().stream()
                .filter(figure -> figure.learner().equals(evaluation.chosen()))
                .findFirst()
                .orElseThrow();
        assertThat(best.policy()).isEqualTo(policy(evaluation));
        assertThat(evaluation.learners().stream().filter(figure -> figure.policy() != null))
                .as("the best of no effect, arms and standing")
                .hasSize(3);
        assertThat(evaluation.accounts()).isEqualTo(4000);
    }

    @Test
    void withoutPropensitiesItDoesNotSayWhatAPolicyIsWorth() {
        List<ResponseRow> rows = new SyntheticLog(11, 1.0, 0)
                .rows(2000).stream()
                        .map(row -> new ResponseRow(
                                row.account(),
                                row.context(),
                                row.arm(),
                                Double.NaN,
                                row.paid(),
                                row.cashRatio(),
                                row.rightParty(),
                                row.complaint()))
                        .toList();
        ResponseEvaluation evaluation = ResponseTrainer.train(rows).evaluation();
        assertThat(evaluation.policy()).isNull();
        assertThat(evaluation.verdict()).contains("too few propensities");
    }

    /** Errors count an account's decisions once: the same rows ten times over are no more evidence. */
    @Test
    void repeatedRowsOfAnAccountAreNoFurtherEvidence() {
        List<ResponseRow> once = new SyntheticLog(12, 0, 0).rows(300);
        List<ResponseRow> often = once.stream()
                .flatMap(row -> java.util.stream.Stream.generate(() -> row).limit(10))
                .toList();
        AccountEstimate a = ResponseRow.mean(once, paid(once));
        AccountEstimate b = ResponseRow.mean(often, paid(often));
        assertThat(b.error()).isCloseTo(a.error(), within(1e-12));
        double p = a.value();
        assertThat(a.error()).isCloseTo(Math.sqrt(p * (1 - p) / 299), within(1e-9));
    }

    private static double[] paid(List<ResponseRow> rows) {
        return rows.stream()
                .mapToDouble(row -> Boolean.TRUE.equals(row.paid()) ? 1 : 0)
                .toArray();
    }
}
