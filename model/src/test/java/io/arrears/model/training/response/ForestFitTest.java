package io.arrears.model.training.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.EffectForests;
import io.arrears.model.decision.ForestEffect;
import io.arrears.model.decision.ReachRates;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.ResponseTerms;
import io.arrears.model.decision.ResponseTraits;
import io.arrears.model.decision.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters move those who are late in the middle of a scale and nobody else: no sum of terms can tell, trees can. */
final class ForestFitTest {
    private static final Arm LETTER = new Arm("reminder", Channel.LETTER, ContactWindow.ANY);
    private static final int LATENESS = ResponseTraits.FEATURES.indexOf("mean_days_late_when_late");
    private static final double EFFECT = 2;
    private static final Map<Arm, Double> SHARES = Map.of(LETTER, 0.4, Arm.NONE, 0.6);

    private static double truth(double lateness) {
        return Math.abs(lateness - 5) < 2.5 ? EFFECT : 0;
    }

    private static ResponseContext debtor(double base, double lateness) {
        List<@Nullable Double> traits =
                new ArrayList<>(Collections.nCopies(ResponseTraits.FEATURES.size(), (Double) null));
        traits.set(LATENESS, lateness);
        return new ResponseContext(base, 20, ReceivableType.UTILITY, 0, 0, List.of(), traits);
    }

    static List<ResponseRow> log(int count, long seed) {
        Random random = new Random(seed);
        List<ResponseRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double base = ResponseTerms.logistic(random.nextGaussian() - 0.5);
            double lateness = random.nextInt(11);
            double toLetter = lateness > 5 ? 0.6 : 0.2;
            Arm arm = random.nextDouble() < toLetter ? LETTER : Arm.NONE;
            double effect = arm.isNone() ? 0 : truth(lateness);
            boolean paid = random.nextDouble() < ResponseTerms.logistic(ResponseTerms.logit(base) + effect);
            rows.add(new ResponseRow(
                    i,
                    debtor(base, lateness),
                    arm,
                    arm.isNone() ? 1 - toLetter : toLetter,
                    paid,
                    Double.NaN,
                    arm.isNone() ? null : false,
                    false));
        }
        return rows;
    }

    private static CrossFit.Setting setting() {
        ResponsePriors priors = ResponsePriors.standard();
        return new CrossFit.Setting(ReachRates.believed(priors).table(), SHARES, List.of(), priors);
    }

    @ParameterizedTest
    @EnumSource(names = {"S_LEARNER", "T_LEARNER", "X_LEARNER", "DR_LEARNER"})
    void everyLearnerFindsWhomTheLetterMoves(LearnerKind kind) {
        EffectForests stored = new ForestFit(log(9000, 3), setting()).fit(kind);
        ForestEffect effect = new ForestEffect(stored);
        double moved = effect.of(LETTER, debtor(0.4, 5), 0.5);
        assertThat(moved).isCloseTo(EFFECT, within(0.8));
        assertThat(effect.of(LETTER, debtor(0.4, 0), 0.5)).isLessThan(moved / 2);
        assertThat(effect.of(LETTER, debtor(0.4, 10), 0.5)).isLessThan(moved / 2);
        Arm unseen = new Arm("plan_offer", Channel.LETTER, ContactWindow.ANY);
        assertThat(effect.of(unseen, debtor(0.4, 5), 0.5)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 9, 12, 30, 120})
    void bothHalvesHoldAccountsOfAShareThatTakesEveryNth(int nth) {
        List<ResponseRow> some = log(3000 * nth, 8).stream()
                .filter(CrossFit.share(3000 * nth, 3000))
                .toList();
        ForestRows rows = new ForestRows(some, setting());
        assertThat(rows.ofHalf(0).length).isCloseTo(some.size() / 2, withinPercentage(10));
        assertThat(rows.ofHalf(0).length + rows.ofHalf(1).length).isEqualTo(some.size());
    }

    @Test
    void aContestOnAShareOfTheAccountsGrowsTreesOfEveryKind() {
        List<ResponseRow> rows = log(31_000, 9);
        assertThat(ResponseTrainer.train(rows).evaluation().learners())
                .filteredOn(figure -> figure.decisions() < rows.size())
                .extracting(ResponseEvaluation.Figure::learner)
                .filteredOn(name -> name.startsWith("trees"))
                .hasSize(4);
    }

    @Test
    void treesWinTheContestWhereNoSumOfTermsTellsAndTheModelAnswersByThem() {
        TrainedResponse trained = ResponseTrainer.train(log(9000, 4));
        assertThat(trained.evaluation().chosen()).startsWith("trees");
        ResponseModel model = ResponseModel.fromJson(trained.model().toJson())
                .under(Strategy.parse("{strategy: t, arms: [{action: reminder, channel: letter, cost: 1}]}"));
        assertThat(gain(model, 5)).isGreaterThan(0.2);
        assertThat(gain(model, 0)).isCloseTo(0, within(0.1));
        assertThat(gain(model, 10)).isCloseTo(0, within(0.1));
    }

    private static double gain(ResponseModel model, double lateness) {
        return model.respond(LETTER, debtor(0.4, lateness)).pPay()
                - model.respond(Arm.NONE, debtor(0.4, lateness)).pPay();
    }

    @Test
    void treesDoNotWinWhereTermsTellAll() {
        assertThat(ResponseTrainer.train(new SyntheticLog(5, 1.5, 0.4).rows(9000))
                        .evaluation()
                        .chosen())
                .doesNotStartWith("trees");
    }

    @Test
    void theSameRowsGrowTheSameTrees() {
        List<ResponseRow> rows = log(3000, 6);
        assertThat(new ForestFit(rows, setting()).fit(LearnerKind.X_LEARNER))
                .isEqualTo(new ForestFit(rows, setting()).fit(LearnerKind.X_LEARNER));
    }

    @Test
    void onlyTreeLearnersGrowTrees() {
        assertThatThrownBy(() -> new ForestFit(log(500, 7), setting()).fit(LearnerKind.TRAITS))
                .hasMessageContaining("not learned by trees");
    }
}
