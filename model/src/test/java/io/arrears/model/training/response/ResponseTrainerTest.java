package io.arrears.model.training.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.Response;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.ResponseTerms;
import io.arrears.model.decision.Strategy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResponseTrainerTest {
    private static final Strategy STRATEGY = strategy(0.5);

    private static Strategy strategy(double belief) {
        return Strategy.parse("""
                strategy: test
                arms:
                  - {action: reminder, channel: call, window: evening, cost: 3, assumed_effect: %s}
                  - {action: reminder, channel: email, cost: 0.02}
                """.formatted(belief));
    }

    private static double uplift(ResponseModel model, Arm arm, ResponseContext context) {
        return model.respond(arm, context).pPay()
                - model.respond(Arm.NONE, context).pPay();
    }

    /** Over six logs: one log's estimate is off by chance, the mean of six must not be. */
    @Test
    void findsTheEffectsOfARandomisedLog() {
        ResponseContext reachable = SyntheticLog.debtor(0.4, 20, 14);
        double call = 0;
        double email = 0;
        for (long seed = 1; seed <= 6; seed++) {
            ResponseModel model =
                    new SyntheticLog(seed, 1.0, 0.15).fitted(20_000).under(STRATEGY);
            call += uplift(model, SyntheticLog.CALL, reachable) / 6;
            email += uplift(model, SyntheticLog.EMAIL, reachable) / 6;
            assertThat(model.respond(SyntheticLog.CALL, reachable).pReach()).isCloseTo(0.7, within(0.08));
            assertThat(model.respond(Arm.NONE, reachable).pPay()).isCloseTo(0.4, within(0.03));
        }
        double callTruth = 0.7 * (ResponseTerms.logistic(ResponseTerms.logit(0.4) + 1.0) - 0.4);
        double emailTruth = ResponseTerms.logistic(ResponseTerms.logit(0.4) + 0.15) - 0.4;
        assertThat(call).isCloseTo(callTruth, within(0.02));
        assertThat(email).isCloseTo(emailTruth, within(0.012));
    }

    @Test
    void whoIsHardlyReachedIsHardlyMoved() {
        ResponseModel model = new SyntheticLog(2, 1.0, 0).fitted(15_000).under(STRATEGY);
        assertThat(uplift(model, SyntheticLog.CALL, SyntheticLog.debtor(0.4, 20, 1)))
                .isLessThan(uplift(model, SyntheticLog.CALL, SyntheticLog.debtor(0.4, 20, 14)) / 2);
    }

    @Test
    void whereNothingWorksItSaysSo() {
        double sum = 0;
        for (long seed = 10; seed < 14; seed++) {
            ResponseModel model = new SyntheticLog(seed, 0, 0).fitted(15_000).under(strategy(1.0));
            for (double base : new double[] {0.1, 0.4, 0.8}) {
                ResponseContext debtor = SyntheticLog.debtor(base, 20, 14);
                double call = uplift(model, SyntheticLog.CALL, debtor);
                assertThat(call).isCloseTo(0, within(0.035));
                assertThat(uplift(model, SyntheticLog.EMAIL, debtor)).isCloseTo(0, within(0.035));
                sum += call / 12;
            }
        }
        assertThat(sum).isCloseTo(0, within(0.012));
    }

    @Test
    void withoutALogTheBeliefsStand() {
        ResponseModel model = ResponseTrainer.train(List.of()).model().under(STRATEGY);
        ResponseContext debtor = SyntheticLog.debtor(0.4, 0, 0);
        Response call = model.respond(SyntheticLog.CALL, debtor);
        assertThat(call.assumed()).isTrue();
        assertThat(call.pReach()).isEqualTo(ResponsePriors.standard().reach().get("call"));
        double reached = ResponseTerms.logistic(ResponseTerms.logit(0.4) + 0.5);
        assertThat(call.pPay()).isCloseTo(0.4 + call.pReach() * (reached - 0.4), within(1e-9));
        assertThat(uplift(model, SyntheticLog.EMAIL, debtor)).isCloseTo(0, within(1e-12));
        assertThat(model.toJson())
                .isEqualTo(ResponseModel.unlearned(ResponsePriors.standard()).toJson());
    }

    @Test
    void muchEvidenceOverrulesABelief() {
        ResponseModel learned = new SyntheticLog(3, 1.0, 0.1).fitted(15_000);
        ResponseContext debtor = SyntheticLog.debtor(0.4, 20, 14);
        double doubtful = uplift(learned.under(strategy(-1)), SyntheticLog.CALL, debtor);
        double hopeful = uplift(learned.under(strategy(2)), SyntheticLog.CALL, debtor);
        assertThat(hopeful - doubtful).isBetween(0.0, 0.03);
        assertThat(learned.under(STRATEGY).respond(SyntheticLog.CALL, debtor).assumed())
                .isFalse();
    }

    @Test
    void littleEvidenceLeavesRoomForABelief() {
        ResponseModel learned = new SyntheticLog(4, 1.0, 0.1).fitted(60);
        ResponseContext debtor = SyntheticLog.debtor(0.4, 20, 14);
        double doubtful = uplift(learned.under(strategy(-1)), SyntheticLog.CALL, debtor);
        double hopeful = uplift(learned.under(strategy(2)), SyntheticLog.CALL, debtor);
        assertThat(hopeful - doubtful).isGreaterThan(0.15);
    }

    @Test
    void rowsThatHaveNotMaturedTeachReachAlone() {
        List<ResponseRow> open = new SyntheticLog(5, 1, 0)
                .rows(5000).stream()
                        .map(row -> new ResponseRow(
                                row.account(),
                                row.context(),
                                row.arm(),
                                row.propensity(),
                                null,
                                Double.NaN,
                                row.rightParty(),
                                null))
                        .toList();
        ResponseModel model = ResponseTrainer.train(open, SyntheticLog.TERMS).model();
        assertThat(model.coefficients().rows()).isZero();
        assertThat(model.coefficients().reach().rates().get("call/evening")).isCloseTo(0.4, within(0.05));
    }

    @Test
    void isTheSameAgainAndSurvivesItsJsonAndTravel() throws Exception {
        List<ResponseRow> rows = new SyntheticLog(6, 0.5, 0.1).rows(4000);
        ResponseModel model = ResponseTrainer.train(rows, SyntheticLog.TERMS).model();
        assertThat(ResponseTrainer.train(rows, SyntheticLog.TERMS).model().digest())
                .isEqualTo(model.digest());
        ResponseModel read = ResponseModel.fromJson(model.toJson());
        assertThat(read.coefficients()).isEqualTo(model.coefficients());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(model.under(STRATEGY));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ResponseContext debtor = SyntheticLog.debtor(0.3, 5, 2);
            assertThat(((ResponseModel) in.readObject()).respond(SyntheticLog.CALL, debtor))
                    .isEqualTo(model.under(STRATEGY).respond(SyntheticLog.CALL, debtor));
        }
    }

    @Test
    void trainingAndUseSpellTheSamePredictor() {
        List<ResponseRow> rows = new SyntheticLog(8, 0.8, 0.2).rows(3000);
        ResponseModel model = ResponseTrainer.train(rows, SyntheticLog.TERMS).model();
        Strategy beliefless = Strategy.parse(STRATEGY.text().replace(", assumed_effect: 0.5", ""));
        ResponseModel ready = model.under(beliefless);
        for (ResponseRow row : rows.subList(0, 200)) {
            if (!row.arm().isNone()) {
                assertThat(ready.respond(row.arm(), row.context()).pPay())
                        .isCloseTo(slowly(model, row.arm(), row.context()), within(1e-12));
            }
        }
    }

    /** By the terms that training sees. */
    private static double slowly(ResponseModel model, Arm arm, ResponseContext context) {
        var found = model.coefficients();
        double reach = found.reach().table().probability(arm.channel(), arm.window(), context);
        double effect = ResponseTerms.of(arm, context, reach, found.traits()).stream()
                .mapToDouble(term -> term.value() * found.effects().getOrDefault(term.name(), 0.0))
                .sum();
        double alone = found.alone().logOdds(context.basePayProbability());
        double dose = found.gated().contains(arm.channel()) ? reach : 1;
        double selection = found.effects().getOrDefault(ResponseTerms.selectionName(arm.channel()), 0.0);
        double reached = alone + (dose < 1 ? selection * (1 - reach) : 0);
        return ResponseTerms.logistic(alone)
                + dose * (ResponseTerms.logistic(reached + effect) - ResponseTerms.logistic(reached));
    }
}
